import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type LoopbackServer, listen } from "@partner-center/lib/loopback";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { afterAll, afterEach, expect, test } from "vitest";
import { readLastRelease } from "../base.ts";

const temporary = temporaryFolder("semver-base-");
const folder = temporary.path;
afterAll(() => temporary[Symbol.dispose]());

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

/** Serves responses by path, as a registry would. @returns its address */
async function serve(responses: Record<string, { status?: number; body: string | Buffer }>) {
  server = await listen((request, response) => {
    const { status = 200, body } = responses[request.url ?? ""] ?? { status: 404, body: "{}" };
    response.writeHead(status).end(body);
  });
  return server.url;
}

function writeRelease(name: string, version: string): string {
  const dist = join(folder, name);
  mkdirSync(dist, { recursive: true });
  writeFileSync(
    join(dist, "openapi.json"),
    JSON.stringify({ openapi: "3.1.0", info: { version } }),
  );
  writeFileSync(join(dist, "openapi.d.ts"), "export {};\n");
  return dist;
}

async function pack(version: string): Promise<Buffer> {
  writeRelease(`${version}/package/dist`, version);
  const file = join(folder, `${version}.tgz`);
  await run("tar", ["-czf", file, "-C", join(folder, version), "package"], { capture: true });
  return readFileSync(file);
}

const path = "/@partner-center%2ftypes";
const nowhere = join(folder, "nowhere");

/** A registry whose latest version is the given one. */
async function serveVersion(version: string): Promise<string> {
  const responses: Parameters<typeof serve>[0] = { "/types.tgz": { body: await pack(version) } };
  const url = await serve(responses);
  const versions = { [version]: { dist: { tarball: `${url}/types.tgz` } } };
  responses[path] = { body: JSON.stringify({ "dist-tags": { latest: version }, versions }) };
  return url;
}

test("without a registry and without spec/released there is no release yet", async () => {
  expect(await readLastRelease(undefined, nowhere)).toBeUndefined();
});

test("a registry that doesn't know the package, and nothing in spec/released: no release yet", async () => {
  expect(await readLastRelease(await serve({}), nowhere)).toBeUndefined();
});

test("the published package is read from its tarball", async () => {
  const release = await readLastRelease(await serveVersion("1.2.3"), nowhere);
  expect(release).toMatchObject({ version: "1.2.3", declarations: "export {};\n" });
});

test("a version that is not published yet counts when it is newer", async () => {
  const url = await serveVersion("1.9.0");
  expect(await readLastRelease(url, writeRelease("newer", "1.10.0"))).toMatchObject({
    name: "spec/released",
    version: "1.10.0",
  });
  expect(await readLastRelease(url, writeRelease("older", "1.8.0"))).toMatchObject({
    version: "1.9.0",
  });
});

test("a release is newer than its release candidates", async () => {
  const url = await serveVersion("1.0.0-rc.1");
  expect(await readLastRelease(url, writeRelease("final", "1.0.0"))).toMatchObject({
    name: "spec/released",
    version: "1.0.0",
  });
  expect(await readLastRelease(url, writeRelease("candidate", "1.0.0-rc.10"))).toMatchObject({
    version: "1.0.0-rc.10",
  });
});

test.each([
  ["responds with 500", { [path]: { status: 500, body: "" } }, "responded with 500"],
  ["has no latest version", { [path]: { body: "{}" } }, "has no latest version"],
])("a registry that %s is an error, not a first release", async (_, responses, complaint) => {
  await expect(readLastRelease(await serve(responses), nowhere)).rejects.toThrow(complaint);
});

test("a release without its contract is an error", async () => {
  mkdirSync(join(folder, "empty"), { recursive: true });
  await expect(readLastRelease(undefined, join(folder, "empty"))).rejects.toThrow(
    "The last release can't be read: spec/released has no openapi.json",
  );
});
