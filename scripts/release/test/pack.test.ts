/** What somebody does with `npm run release -- pack` before the first release. */
import {
  mkdirSync,
  mkdtempDisposableSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publishedPackages, readManifest } from "@partner-center/lib/packages";
import { type LocalRegistry, startRegistry } from "@partner-center/lib/registry";
import { run } from "@partner-center/lib/run";
import { startMock } from "@partner-center/spec/mock";
import { expect, test } from "vitest";
import { sha256 } from "../check-packages.ts";
import { useInstalled } from "../smoke.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

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
test("the printed line installs packages that work, and the checksums are theirs", {
  timeout: 180_000,
}, async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), "pack packages-"));
  const tarballs = join(folder.path, "tarballs");
  const printed = await run("node", ["scripts/release/pack.ts", "--out", tarballs], {
    capture: true,
  });

  const sums = readFileSync(join(tarballs, "SHA256SUMS"), "utf8").trim().split("\n");
  expect(sums).toHaveLength(publishedPackages().length);
  for (const [sum, file = ""] of sums.map((line) => line.split("  "))) {
    expect(sum).toBe(sha256(join(tarballs, file)));
  }

  const line = printed.trim().split("\n").at(-1) ?? "";
  expect(line).toMatch(/^npm install \S.*client.*types/);
  const registry = await startRegistry();
  const mock = await startMock();
  try {
    await publishDependencies(registry, folder.path);
    const project = join(folder.path, "empty");
    mkdirSync(project);
    // Everything else comes from a registry that lacks our packages, as the real one does.
    await run("sh", ["-c", line], {
      cwd: project,
      capture: true,
      env: { ...process.env, npm_config_registry: registry.url },
    });
    const { version } = readManifest(join(root, "packages/types"));
    await useInstalled(project, mock.url, version);
  } finally {
    await mock.close();
    await registry.stop();
  }
});
