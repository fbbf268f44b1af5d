import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

/** Everything, openapi-fetch included, minified and gzipped: 7.5 kB. */
const budget = 7_500;

const gzipped = async (contents: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents, loader: "ts", resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
};

it(`the whole client is at most ${budget} bytes`, async () => {
  const size = await gzipped('export * from "../src/index.ts";');
  console.log(`client, minified and gzipped: ${size} of ${budget} bytes`);
  expect(size).toBeLessThanOrEqual(budget);
});

it("types alone cost nothing, and a guard less than 1 kB", async () => {
  expect(await gzipped('import type { Client } from "../src/index.ts"; export {};')).toBeLessThan(
    50,
  );
  expect(await gzipped('export { isApiError } from "../src/index.ts";')).toBeLessThan(1_000);
});
