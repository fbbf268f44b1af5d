import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { parseContract, readBundle, schemasOf } from "@partner-center/spec";
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

/** Minified and gzipped, as each schema has a validator of its own: 4.3 kB for the 14 of orders. */
const budget = 1_500 + 200 * Object.keys(schemasOf(parseContract(readBundle()))).length;

test("validate comes to at most 1.5 kB, and 200 bytes a schema", async () => {
  const size = gzipSync(await bundle('export * from "./validate/index.ts";')).length;
  console.info(`validate: ${size} bytes of ${budget} allowed`);
  expect(size).toBeLessThanOrEqual(budget);
});

test("a client that does not import validate has none of it", async () => {
  expect(await bundle(client)).not.toMatch(/among the listed values|additionalProperties/);
});

test("a production bundle has nothing of the test fetch, even when it is imported in vain", async () => {
  const withTesting = `import { createTestFetch, examples } from "./testing/index.ts";\n${client}`;
  // Short names depend on what else was read.
  expect(await bundle(withTesting, "own")).toBe(await bundle(client, "own"));
});
