import { gzipSync } from "node:zlib";
import { operationsOf, readBundle } from "@partner-center/spec";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { bundleClient, grow } from "./generate/grown.ts";
import { hundredOperations } from "./generate/hundred-operations.ts";

/**
 * `createClient` and all that it needs, minified and gzipped. Of the 9.0 kB that it is to take at most,
 * openapi-fetch's own client takes 2.2: it is what makes every request, which no figure outweighs.
 */
const budget = 11_300;
/** What each further operation adds, on average. */
const budgetOfOperation = 60;

const oneOperation = grow((contract) => {
  const [first] = operationsOf(contract);
  if (first) contract.paths = { [first.path]: { [first.method]: first.operation } };
});

const gzip = (code: Uint8Array) => gzipSync(code, { level: 9 }).length;

const gzipped = async (contents: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents, loader: "ts", resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return gzip(outputFiles[0]?.contents ?? new Uint8Array());
};

it(`createClient is at most ${budget} bytes with one operation`, async () => {
  const size = gzip(await bundleClient(oneOperation));
  console.log(`createClient, minified and gzipped: ${size} of ${budget} bytes`);
  expect(size).toBeLessThanOrEqual(budget);
});

it(`each further operation is at most ${budgetOfOperation} bytes, the mean over 100`, async () => {
  const [few, many] = await Promise.all([
    bundleClient(readBundle()),
    bundleClient(hundredOperations),
  ]);
  const mean = (gzip(many) - gzip(few)) / 100;
  console.log(`each further operation: ${mean} of ${budgetOfOperation} bytes`);
  expect(mean).toBeLessThanOrEqual(budgetOfOperation);
});

it("types alone cost nothing, and a guard less than 1 kB", async () => {
  expect(await gzipped('import type { Client } from "../src/index.ts"; export {};')).toBeLessThan(
    50,
  );
  expect(await gzipped('export { isApiError } from "../src/index.ts";')).toBeLessThan(1_000);
});
