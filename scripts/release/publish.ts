/**
 * Publishes the current versions that the registry lacks: builds once, packs, checks those very bytes,
 * publishes them, and tags the commit. Run again after a failure, it continues where it stopped, tags
 * included, and publishes nothing twice. A version below the registry's latest goes out under a tag of
 * its own line, such as `latest-1`.
 *
 * Usage: npm run release -- publish [--canary] [--rehearsal]
 *   --canary     under the tag `canary`, which nobody gets without asking for it, and without git tags
 *   --rehearsal  refuses every registry but those of this machine
 *
 * Fails while the repository's address is unset, and on changes that are not committed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "@partner-center/lib/main";
import { packPackages, publishedPackages, type Tarball } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { checkTarball } from "./check-packages.ts";
import { chooseTag, readTags } from "./dist-tags.ts";
import { requireLoopback } from "./loopback.ts";
import { tryTarballs } from "./order-program.ts";
import { readPublishing, repositoryUnset } from "./publishing.ts";

const root = join(import.meta.dirname, "../..");

/** A release in the publish plan of changesets. */
interface PlannedRelease {
  kind: "publish" | "tag-only";
  name: string;
  version: string;
  tag: string;
  tarball: { path: string };
}

/** @throws with everything that is wrong with the tarballs that are to be published */
async function check(folder: string, releases: PlannedRelease[]): Promise<void> {
  const planned = releases.map(({ name, tarball: { path } }): Tarball => {
    return { name, tarball: join(folder, path) };
  });
  const problems = (await Promise.all(planned.map(checkTarball))).flat();
  if (problems.length > 0) throw new Error(problems.join("\n"));
  // The client needs types, which may be published already and so not be planned.
  const libraries = publishedPackages().filter(({ manifest }) => manifest.exports);
  const packed = await packPackages(join(folder, "libraries"), { packages: libraries });
  await tryTarballs([...packed, ...planned]);
}

/** @throws unless everything is committed, so that the tag has all that is published */
async function requireCommit(): Promise<void> {
  const changes = await run("git", ["status", "--porcelain"], { capture: true });
  if (!changes.trim()) return;
  throw new Error(`A release is made of a commit; commit or stash these changes:\n${changes}`);
}

/** Packs and checks what the registry lacks, and writes the plan for publishing it into the folder. */
async function prepare(folder: string, canary: boolean): Promise<void> {
  await run("changeset", ["pack", "--out-dir", folder]);
  const file = join(folder, "publish-plan.json");
  // In groups, dependencies first.
  const plan: { plan: PlannedRelease[][] } = JSON.parse(readFileSync(file, "utf8"));
  const releases = plan.plan.flat().filter(({ kind }) => kind === "publish");
  if (releases.length === 0) return;
  await check(folder, releases);
  for (const release of releases) {
    // In pre mode changesets would give `rc` to a release, too, that an earlier run left behind.
    release.tag = canary ? "canary" : chooseTag(release.version, await readTags(release.name));
  }
  writeFileSync(file, JSON.stringify(plan));
}

/** Tags all versions, also those that an earlier run published, for the registry has them all now. */
async function tagCommit(): Promise<void> {
  await run("changeset", ["git-tag"]);
  const remotes = await run("git", ["remote"], { capture: true });
  if (!remotes.split("\n").includes("origin")) return;
  await run("git", ["push", "--quiet", "origin", "--tags"]);
}

async function publish(canary: boolean, rehearsal: boolean): Promise<void> {
  const { registry, repository } = readPublishing();
  if (registry) {
    // changesets asks the registry what is published, but not the one of publishConfig.
    process.env.pnpm_config_registry = registry;
    // Only npm's own registry takes provenance.
    process.env.pnpm_config_provenance = "false";
  }
  if (rehearsal) await requireLoopback(root);
  if (!repository) throw new Error(repositoryUnset);
  // The versions of a canary are never committed.
  if (!canary) await requireCommit();
  await run("turbo", ["run", "build", "--output-logs=errors-only"]);
  if (!canary) await requireCommit();
  using folder = temporaryFolder("release-");
  await prepare(folder.path, canary);
  await run("changeset", ["publish", "--from-pack-dir", folder.path, "--no-git-tag"]);
  if (!canary) await tagCommit();
}

const flag = { type: "boolean", default: false } as const; // A literal type, as parseArgs wants.
await main(import.meta, { options: { canary: flag, rehearsal: flag } }, ({ values }) =>
  publish(values.canary, values.rehearsal),
);
