import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

/**
 * `createClient` and all that it needs, minified and gzipped. Of the 9.0 kB that it is to take at most,
 * openapi-fetch's own client takes 2.6.
 */
const budget = 11_300;

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

it(`createClient is at most ${budget} bytes`, async () => {
  const size = await gzipped('export { createClient } from "../src/index.ts";');
  console.log(`createClient, minified and gzipped: ${size} of ${budget} bytes`);
  expect(size).toBeLessThanOrEqual(budget);
});

it("types alone cost nothing, and a guard less than 1 kB", async () => {
  expect(await gzipped('import type { Client } from "../src/index.ts"; export {};')).toBeLessThan(
    50,
  );
  expect(await gzipped('export { isApiError } from "../src/index.ts";')).toBeLessThan(1_000);
});
