import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { startRegistry } from "../registry.ts";
import { run } from "../run.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test("a package is published and found, and nothing of it is left after the end", async () => {
  using folder = temporaryFolder("registry-user-");
  vi.stubEnv("TMPDIR", folder.path);
  const url = await publishTrial(folder.path);
  vi.unstubAllEnvs();
  await expect(fetch(url)).rejects.toThrow("fetch failed");
  expect(readdirSync(folder.path).filter((name) => name.startsWith("local-registry-"))).toEqual([]);
});

/** @returns the address of the registry, which has ended */
async function publishTrial(folder: string): Promise<string> {
  await using registry = await startRegistry();
  writeFileSync(join(folder, ".npmrc"), registry.npmrc);
  const manifest = { name: "@partner-center/trial", version: "1.2.3" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  await run("npm", ["publish"], { cwd: folder, capture: true });

  const response = await fetch(`${registry.url}/@partner-center/trial`);
  const found: {
    "dist-tags": object;
    versions: { "1.2.3": { dist: { tarball: string } } };
  } = await response.json();
  expect(found["dist-tags"]).toEqual({ latest: "1.2.3" });
  const tarball = await fetch(found.versions["1.2.3"].dist.tarball);
  expect(tarball.url).toMatch(registry.url);
  expect((await tarball.arrayBuffer()).byteLength).toBeGreaterThan(0);
  return registry.url;
}

test("a package that was not published is not looked for elsewhere", async () => {
  await using registry = await startRegistry();
  expect((await fetch(`${registry.url}/typescript`)).status).toBe(404);
});
