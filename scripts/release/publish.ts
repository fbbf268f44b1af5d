/**
 * Publishes the current versions that the registry lacks: builds once, packs, checks those very bytes,
 * publishes them, looks whether the registry has just these, and tags the commit. Run again after a
 * failure or a kill, it continues where it stopped, tags included, and publishes nothing twice. A
 * version below the registry's latest goes out under a tag of its own line, such as `latest-1`.
 *
 * Usage: npm run release -- publish [--canary] [--rehearsal]
 *   --canary     under the tag `canary`, which nobody gets without asking for it, and without git tags
 *   --rehearsal  refuses every registry but those of this machine
 *
 * Fails while the repository's address is unset, on changes that are not committed, when the registry
 * has other bytes under a version that no tag says is finished, in CI without provenance, and in CI
 * before the first release, with what to do then (npm run release -- first).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "@partner-center/lib/main";
import { type PackedPackage, packPackages, publishedPackages } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { checkTarball } from "./check-packages.ts";
import { requireCommit, requireWholeVersion } from "./commit.ts";
import { chooseTag, readTags } from "./dist-tags.ts";
import { findUntagged, tagCommit } from "./git-tags.ts";
import { requireLoopback } from "./loopback.ts";
import { tryTarballs } from "./order-program.ts";
import { isPrivate, requireProvenance } from "./provenance.ts";
import { identifyPublisher } from "./publisher.ts";
import { readPublishing, repositoryUnset } from "./publishing.ts";
import { findLacking, type Plan, send } from "./send.ts";

const root = join(import.meta.dirname, "../..");

export interface PublishOptions {
  canary?: boolean;
  rehearsal?: boolean;
  /** Throws when something is wrong with the packed packages. */
  check?: (packed: PackedPackage[]) => Promise<void>;
}

/** @throws with everything that is wrong with the tarballs */
async function checkPacked(packed: PackedPackage[]): Promise<void> {
  const [problems] = await Promise.all([
    Promise.all(packed.map(checkTarball)),
    tryTarballs(packed),
  ]);
  if (problems.flat().length > 0) throw new Error(problems.flat().join("\n"));
}

/** Refuses what must not be published from here, and sets where and as whom pnpm publishes. */
async function prepare({ canary, rehearsal }: PublishOptions, folder: string): Promise<void> {
  const publishing = readPublishing();
  const { registry, repository } = publishing;
  // changesets asks the registry what is published, but not the one of publishConfig.
  if (registry) process.env.pnpm_config_registry = registry;
  if (isPrivate(publishing)) process.env.pnpm_config_provenance = "false";
  // npm's own may take minutes until it serves what it got.
  else process.env.pnpm_config_publish_wait_timeout ??= "300000";
  if (rehearsal) await requireLoopback(root);
  else await requireProvenance(publishing);
  if (!repository) throw new Error(repositoryUnset);
  // The versions of a canary are never committed.
  if (!canary) {
    await requireCommit();
    requireWholeVersion();
  }
  if (rehearsal) return;
  const names = publishedPackages().map(({ manifest }) => manifest.name);
  await identifyPublisher(publishing, names, folder);
}

/** What the registry lacks according to changesets. */
async function readPlan(folder: string): Promise<Plan> {
  const file = join(folder, "publish-plan.json");
  await run("changeset", ["publish-plan", "--output", file]).catch((cause) => {
    throw new Error(
      "Nothing was published. When the reason above is gone, run the same command again.",
      { cause },
    );
  });
  const { plan }: { plan: Plan } = JSON.parse(readFileSync(file, "utf8"));
  return plan.map((group) => group.filter(({ kind }) => kind === "publish"));
}

/** Says in the plan which tarballs are published, and under which tags. */
async function completePlan(plan: Plan, packed: PackedPackage[], canary: boolean): Promise<void> {
  const tarballs = new Map(packed.map(({ name, tarball }) => [name, tarball]));
  const complete = async (release: Plan[number][number]) => {
    release.tarball = { path: tarballs.get(release.name) ?? "" };
    // In pre mode changesets would give `rc` to a release, too, that an earlier run left behind.
    release.tag = canary ? "canary" : chooseTag(release.version, await readTags(release.name));
  };
  await Promise.all(plan.flat().map(complete));
}

/** Publishes this checkout. */
export async function publish(options: PublishOptions): Promise<void> {
  const { canary = false, check = checkPacked } = options;
  using folder = temporaryFolder("release-");
  await prepare(options, folder.path);
  const versions = publishedPackages().map(({ manifest: { name, version } }) => ({
    name,
    version,
  }));
  // A tag says that a version is finished, and the tree may have moved on since.
  const untagged = canary ? versions : await findUntagged(versions);
  const plan = await readPlan(folder.path);
  const open = [...untagged, ...plan.flat()].map(({ name }) => name);
  if (open.length === 0) {
    console.log("The registry has all of these versions, and their commits are tagged.");
    return;
  }
  await run("turbo", ["run", "build", "--output-logs=errors-only"]);
  if (!canary) await requireCommit();
  const packed = await packPackages(folder.path);
  const lacking = await findLacking(packed.filter(({ name }) => open.includes(name)));
  if (lacking.length > 0) {
    await check(packed);
    await completePlan(plan, packed, canary);
    await send(folder.path, plan, lacking);
  }
  if (!canary) await tagCommit(untagged);
}

const flag = { type: "boolean", default: false } as const; // A literal type, as parseArgs wants.
await main(import.meta, { options: { canary: flag, rehearsal: flag } }, ({ values }) =>
  publish(values),
);
