/**
 * Publishes whatever the registry lacks of the current versions: builds once, packs, checks those
 * very bytes, publishes them, and tags the commit. Run again after a failure, it goes on where it
 * stopped; what was published stays as it is.
 *
 * Usage: npm run release:publish [-- --canary] [--rehearsal]
 *   --canary     under the tag `canary`, which nobody gets without asking for it, and without git tags
 *   --rehearsal  refuses every registry but those of this machine
 *
 * Fails while the repository's address is unset.
 */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "./arguments.ts";
import { checkTarball } from "./check-packages.ts";
import { type PackedPackage, packPackages, publishedPackages } from "./pack-packages.ts";
import { readPublishing } from "./publishing.ts";
import { requireLoopbackHere } from "./release/loopback.ts";
import { smokeTest } from "./release/smoke.ts";
import { exitOnSignals, run } from "./run.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A release in the publish plan of changesets. */
interface PlannedRelease {
  kind: "publish" | "tag-only";
  name: string;
  version: string;
  tag?: string;
  tarball?: { path: string };
}

interface PublishPlan {
  version: 1;
  /** Groups that can be published at the same time, dependencies first. */
  plan: PlannedRelease[][];
}

/** Packs what is to be published, and returns the plan's file with the tarballs beside it. */
async function pack(folder: string): Promise<{ file: string; plan: PublishPlan }> {
  await run("changeset", ["pack", "--out-dir", folder]);
  const file = join(folder, "publish-plan.json");
  const plan: PublishPlan = JSON.parse(readFileSync(file, "utf8"));
  if (plan.version !== 1) throw new Error(`The plan of changesets is of version ${plan.version}`);
  return { file, plan };
}

/** Checks the tarballs of the plan. @throws with everything that is wrong with them */
async function check(folder: string, { plan }: PublishPlan): Promise<void> {
  const packed = plan.flat().flatMap(({ name, version, tarball }): PackedPackage[] => {
    const directory = publishedPackages().find(({ manifest }) => manifest.name === name)?.directory;
    if (!tarball || !directory) return [];
    return [{ name, version, directory, tarball: join(folder, tarball.path) }];
  });
  // What is published already is packed once more, for the client to be tried with its types.
  const missing = publishedPackages().filter(
    ({ manifest }) => manifest.exports && !packed.some(({ name }) => name === manifest.name),
  );
  const others =
    missing.length > 0 ? await packPackages(join(folder, "others"), { packages: missing }) : [];
  const libraries = [...packed, ...others].filter(({ name }) => !name.endsWith("/docs"));
  const smoke = smokeTest(libraries).then(
    () => [],
    (error: Error) => [error.message],
  );
  const checks = packed.map(async (one) =>
    (await checkTarball(one)).map((problem) => `${one.name}: ${problem}`),
  );
  const problems = (await Promise.all([smoke, ...checks])).flat();
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

async function publish(canary: boolean, rehearsal: boolean): Promise<void> {
  const { registry, repository } = readPublishing();
  if (registry) {
    // changesets asks what is published without a look at publishConfig.
    process.env.pnpm_config_registry = registry;
    // A service of npm's registry alone.
    process.env.pnpm_config_provenance = "false";
  }
  if (rehearsal) await requireLoopbackHere(root);
  if (!repository) {
    throw new Error(
      "The repository's address is unset; run: npm run set-publishing -- --repository https://...",
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  try {
    await run("turbo", ["run", "build", "--output-logs=errors-only"]);
    const { file, plan } = await pack(folder);
    if (plan.plan.flat().some(({ kind }) => kind === "publish")) await check(folder, plan);
    if (canary) {
      for (const release of plan.plan.flat()) release.tag = "canary";
      writeFileSync(file, JSON.stringify(plan));
    }
    await run("changeset", [
      "publish",
      "--from-pack-dir",
      folder,
      ...(canary ? ["--no-git-tag"] : []),
    ]);
    if (!canary && existsSync(join(root, ".git")) && (await hasRemote())) {
      await run("git", ["push", "--quiet", "origin", "--tags"]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function hasRemote(): Promise<boolean> {
  const remotes = await run("git", ["remote"], { capture: true });
  return remotes.split("\n").includes("origin");
}

exitOnSignals();
const { values } = readArguments({
  options: {
    canary: { type: "boolean", default: false },
    rehearsal: { type: "boolean", default: false },
  },
});
try {
  await publish(values.canary, values.rehearsal);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
