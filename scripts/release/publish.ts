/**
 * Publishes whatever the registry lacks of the current versions: builds once, packs, checks those
 * very bytes, publishes them, and tags the commit. Run again after a failure, it goes on where it
 * stopped, tags included; what was published stays as it is. A version that is older than the
 * registry's latest goes out under a tag of its own line, such as `latest-1`.
 *
 * Usage: npm run release -- publish [--canary] [--rehearsal]
 *   --canary     under the tag `canary`, which nobody gets without asking for it, and without git tags
 *   --rehearsal  refuses every registry but those of this machine
 *
 * Fails while the repository's address is unset, and on changes that are not committed.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isCheckout } from "@partner-center/lib/checkout";
import { readArguments } from "@partner-center/lib/main";
import { type PackedPackage, packPackages, publishedPackages } from "@partner-center/lib/packages";
import { exitOnSignals, run } from "@partner-center/lib/run";
import { checkTarball } from "./check-packages.ts";
import { chooseTag, readTags } from "./dist-tags.ts";
import { requireLoopbackHere } from "./loopback.ts";
import { readPublishing } from "./publishing.ts";
import { smokeTest } from "./smoke.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

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

interface Packed {
  /** The plan's file, with the tarballs beside it. */
  file: string;
  plan: PublishPlan;
}

/** Packs what is to be published. */
async function pack(folder: string): Promise<Packed> {
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

/** @throws unless everything is committed: what is published can be made again out of its tag */
async function requireCommit(): Promise<void> {
  if (!isCheckout()) {
    throw new Error(
      "A release is made of a commit, and there is no .git here; clone the repository.",
    );
  }
  const changes = await run("git", ["status", "--porcelain"], { capture: true });
  if (!changes.trim()) return;
  throw new Error(`A release is made of a commit; commit or stash these changes:\n${changes}`);
}

/** Puts the tag of the registry that each version goes under into the plan's file. */
async function setTags({ file, plan }: Packed, canary: boolean): Promise<void> {
  const releases = plan.plan.flat().filter(({ kind }) => kind === "publish");
  for (const release of releases) {
    // A tag that was asked for (in changesets' pre mode) stays.
    if (canary) release.tag = "canary";
    else if (release.tag === "latest") {
      release.tag = chooseTag(release.version, await readTags(release.name));
    }
  }
  writeFileSync(file, JSON.stringify(plan));
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
      "The repository's address is unset; run: npm run release -- settings --repository https://...",
    );
  }
  // The versions of a canary are never committed.
  if (!canary) await requireCommit();
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  try {
    await run("turbo", ["run", "build", "--output-logs=errors-only"]);
    if (!canary) await requireCommit();
    const packed = await pack(folder);
    if (packed.plan.plan.flat().some(({ kind }) => kind === "publish")) {
      await check(folder, packed.plan);
      await setTags(packed, canary);
    }
    await run("changeset", ["publish", "--from-pack-dir", folder, "--no-git-tag"]);
    if (!canary) await tagCommit();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tags all versions, which the registry has now: those too that a run before this one published. */
async function tagCommit(): Promise<void> {
  await run("changeset", ["git-tag"]);
  const remotes = await run("git", ["remote"], { capture: true });
  if (!remotes.split("\n").includes("origin")) return;
  await run("git", ["push", "--quiet", "origin", "--tags"]);
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
