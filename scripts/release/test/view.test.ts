import { listen } from "@partner-center/lib/loopback";
import { expect, onTestFinished, test, vi } from "vitest";
import { view } from "../view.ts";

/** What a registry tells of a version when it responds to everything in one way. */
async function viewAt(status: number, body: object): Promise<unknown> {
  const server = await listen((_, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  onTestFinished(() => server[Symbol.asyncDispose]());
  vi.stubEnv("pnpm_config_registry", server.url);
  vi.stubEnv("pnpm_config_fetch_retries", "0");
  onTestFinished(() => void vi.unstubAllEnvs());
  return view("types@1.0.0", "dist.integrity");
}

const version = { name: "types", version: "1.0.0", dist: { integrity: "sha512-x", tarball: "" } };

test("a version that is there has its integrity", async () => {
  const versions = { "1.0.0": version };
  expect(await viewAt(200, { name: "types", "dist-tags": {}, versions })).toBe("sha512-x");
});

test.each([
  ["no such package", 404, { error: "not found" }],
  ["a package of which another run is uploading the first version", 200, { versions: {} }],
  ["other versions only", 200, { versions: { "0.9.0": { ...version, version: "0.9.0" } } }],
])("a registry that has %s lacks the version", async (_, status, body) => {
  expect(await viewAt(status, { name: "types", "dist-tags": {}, ...body })).toBeUndefined();
});

test("a registry that fails is an error, not a lack", async () => {
  await expect(viewAt(500, { error: "Out of order" })).rejects.toThrow(
    "The registry does not tell the dist.integrity of types@1.0.0. When it responds again",
  );
});
