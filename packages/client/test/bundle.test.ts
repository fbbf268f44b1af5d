import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** A program, bundled with the package's sources as a production build does it. */
async function bundle(code: string, names: "short" | "own" = "short"): Promise<string> {
  const result = await build({
    stdin: {
      contents: code,
      resolveDir: fileURLToPath(new URL("../src", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: names === "short",
    format: "esm",
    write: false,
  });
  return result.outputFiles[0]?.text ?? "";
}

const client = 'import { createClient } from "./index.ts";\nconsole.log(createClient);\n';

test("validate comes to at most 4 kB, minified and gzipped", async () => {
  const size = gzipSync(await bundle('export * from "./validate/index.ts";')).length;
  console.info(`validate: ${size} bytes of 4,000 allowed`);
  expect(size).toBeLessThanOrEqual(4_000);
});

test("a client that does not import validate has none of it", async () => {
  expect(await bundle(client)).not.toMatch(/among the listed values|additionalProperties/);
});

test("a production bundle has nothing of the test fetch, even when it is imported in vain", async () => {
  const withTesting = `import { createTestFetch, examples } from "./testing/index.ts";\n${client}`;
  // Short names depend on what else was read.
  expect(await bundle(withTesting, "own")).toBe(await bundle(client, "own"));
});
