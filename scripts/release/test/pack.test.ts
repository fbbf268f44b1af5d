/** What somebody does with `npm run release -- pack` before the first release. */
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages, readManifest, sha256 } from "@partner-center/lib/packages";
import { type LocalRegistry, startRegistry } from "@partner-center/lib/registry";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { getOrder } from "../order-program.ts";

const root = join(import.meta.dirname, "../../..");

/** Publishes what the client depends on, as it is installed here, to a registry on loopback. */
async function publishDependencies(registry: LocalRegistry, project: string): Promise<void> {
  const openapiFetch = realpathSync(join(root, "packages/client/node_modules/openapi-fetch"));
  writeFileSync(join(project, ".npmrc"), registry.npmrc);
  for (const folder of [openapiFetch, join(openapiFetch, "../openapi-typescript-helpers")]) {
    const options = ["--ignore-scripts", `--registry=${registry.url}`];
    await run("npm", ["publish", folder, ...options], { cwd: project, capture: true });
  }
}

// It builds what was not built.
test("the printed line installs packages that work, and the checksums are theirs", async () => {
  using folder = temporaryFolder("pack packages-");
  const tarballs = join(folder.path, "tarballs");
  const pack = ["scripts/release/pack.ts", "--out", tarballs];
  const printed = await run("node", pack, { capture: true });

  const sums = readFileSync(join(tarballs, "SHA256SUMS"), "utf8").trim().split("\n");
  expect(sums).toHaveLength(publishedPackages().length);
  for (const [sum, file = ""] of sums.map((line) => line.split("  "))) {
    expect(sum).toBe(sha256(join(tarballs, file)));
    const bill = join(tarballs, file.replace(".tgz", ".cdx.json"));
    expect(existsSync(bill) && JSON.parse(readFileSync(bill, "utf8"))).toMatchObject({
      bomFormat: "CycloneDX",
    });
  }

  const line = printed.trim().split("\n").at(-1) ?? "";
  expect(line).toMatch(/^npm install \S.*client.*types/);
  await using registry = await startRegistry();
  await publishDependencies(registry, folder.path);
  const project = join(folder.path, "empty");
  mkdirSync(project);
  // Everything else comes from a registry that lacks our packages, as the real one does.
  const env = { ...process.env, npm_config_registry: registry.url };
  await run("sh", ["-c", line], { cwd: project, capture: true, env });
  const { version } = readManifest(join(root, "packages/types"));
  expect(await getOrder(project)).toBe(`${version} completed`);
});
