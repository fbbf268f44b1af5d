import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { entryPoints, readManifest } from "@partner-center/lib/packages";
import { expect, test } from "vitest";

// Both built formats, under the package's own name as a user has them.
type Client = typeof import("../src/index.ts");
type Testing = typeof import("../src/testing/index.ts");
interface Format {
  client: Client;
  testing: Testing;
}

const require = createRequire(import.meta.url);
const name = "@partner-center/client";
const esm: Format = {
  client: await import(/* @vite-ignore */ `${import.meta.resolve(name)}`),
  testing: await import(/* @vite-ignore */ `${import.meta.resolve(`${name}/testing`)}`),
};
const commonJs: Format = { client: require(name), testing: require(`${name}/testing`) };
const folder = new URL("..", import.meta.url).pathname;
const ids = { customerId: "a", orderId: "b" };

async function errorOf({ client, testing }: Format): Promise<unknown> {
  const fetch = testing.createTestFetch(404);
  return client
    .createClient({ credential: "token", fetch })
    .getOrder(ids)
    .catch((error) => error);
}

test("import and require are two copies of the client", () => {
  expect(commonJs.client.createClient).not.toBe(esm.client.createClient);
  expect(Object.keys(commonJs.client).sort()).toEqual(Object.keys(esm.client).sort());
  expect(Object.keys(commonJs.testing).sort()).toEqual(Object.keys(esm.testing).sort());
});

test.each([
  { format: "import", own: esm, other: commonJs },
  { format: "require", own: commonJs, other: esm },
])("$format: instanceof holds for its own errors, guards hold for both", async ({ own, other }) => {
  const [mine, theirs] = [await errorOf(own), await errorOf(other)];
  const { ApiError, isApiError, isPartnerCenterError, isTimeoutError } = own.client;
  expect([mine instanceof ApiError, theirs instanceof ApiError]).toEqual([true, false]);
  expect([mine, theirs].map(isApiError)).toEqual([true, true]);
  expect([mine, theirs].map(isPartnerCenterError)).toEqual([true, true]);
  expect([mine, theirs].map(isTimeoutError)).toEqual([false, false]);
});

test("only the main entry of CommonJS has error classes: esbuild cannot share them", () => {
  const holders = entryPoints(readManifest(folder))
    .filter(({ commonJs }) =>
      readFileSync(`${folder}${commonJs}`, "utf8").includes("extends Error"),
    )
    .map(({ subpath }) => subpath);
  expect(holders).toEqual(["."]);
});
