import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startRegistry } from "../registry.ts";
import { run } from "../run.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "registry-user-"));
  vi.stubEnv("TMPDIR", folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("a package is published and found, and nothing of it is left after the end", {
  timeout: 30_000,
}, async () => {
  const registry = await startRegistry();
  try {
    writeFileSync(join(folder, ".npmrc"), registry.npmrc);
    const manifest = { name: "@partner-center/trial", version: "1.2.3" };
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    await run("npm", ["publish"], { cwd: folder, capture: true });

    const answer = await fetch(`${registry.url}/@partner-center/trial`);
    const { "dist-tags": tags, versions } = (await answer.json()) as {
      "dist-tags": object;
      versions: { "1.2.3": { dist: { tarball: string } } };
    };
    expect(tags).toEqual({ latest: "1.2.3" });
    const tarball = await fetch(versions["1.2.3"].dist.tarball);
    expect(tarball.url).toMatch(registry.url);
    expect((await tarball.arrayBuffer()).byteLength).toBeGreaterThan(0);
  } finally {
    await registry.stop();
  }
  await expect(fetch(registry.url)).rejects.toThrow("fetch failed");
  expect(readdirSync(folder).filter((name) => name.startsWith("local-registry-"))).toEqual([]);
});

test("a package that was not published is not looked for elsewhere", {
  timeout: 30_000,
}, async () => {
  const registry = await startRegistry();
  try {
    expect((await fetch(`${registry.url}/typescript`)).status).toBe(404);
  } finally {
    await registry.stop();
  }
});
