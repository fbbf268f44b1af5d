/** Sends packed packages to the registry, and compares what it has then with what was packed. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PackedPackage } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";
import { git } from "./commit.ts";
import { view } from "./view.ts";

/** A release in the publish plan of changesets. */
interface PlannedRelease {
  kind: "publish" | "tag-only";
  name: string;
  version: string;
  tag: string;
  tarball: { path: string };
}

/** Releases in groups, dependencies first. */
export type Plan = PlannedRelease[][];

/** The commit in which a package got a version; empty when it was not committed. */
function findVersionCommit({ directory, version }: PackedPackage): Promise<string> {
  const search = `-S"version": "${version}"`;
  return git("log", "-1", "--format=%h", search, "--", `${directory}/package.json`);
}

/**
 * Finds what the registry lacks.
 *
 * @throws when it has other bytes under a version, with what to do about it
 */
export async function findLacking(packed: PackedPackage[]): Promise<PackedPackage[]> {
  const compared = await Promise.all(
    packed.map(async (one) => {
      const hash = createHash("sha512").update(readFileSync(one.tarball)).digest("base64");
      const integrity = await view(`${one.name}@${one.version}`, "dist.integrity");
      return { one, isLacking: integrity === undefined, isOther: integrity !== `sha512-${hash}` };
    }),
  );
  const other = compared.find(({ isLacking, isOther }) => isOther && !isLacking)?.one;
  if (other) throw new Error(await describeOther(other));
  return compared.filter(({ isLacking }) => isLacking).map(({ one }) => one);
}

async function describeOther(one: PackedPackage): Promise<string> {
  const { name, version } = one;
  const commit = await findVersionCommit(one);
  return (
    `The registry has ${name} ${version} with other bytes than this commit gives. Nothing more is published and nothing is tagged.\n` +
    `If an earlier run published it and was stopped, finish that from the commit which it ran on${commit && `, such as the one that set the version`}:\n` +
    `  git switch --detach ${commit || "COMMIT"} && npm run release -- publish\n` +
    `If it came from elsewhere, leave the version to it and release the next one, which begins with:\n` +
    `  npx changeset add --patch ${name} -m "Replaces ${version}."`
  );
}

/**
 * Publishes what is planned. A response may be lost, or another run may be faster, so what counts is
 * what the registry has afterwards.
 *
 * @param folder where changesets finds the plan
 * @param packed the packages of the plan
 * @throws when the registry does not get all of it, or has other bytes
 */
export async function send(folder: string, plan: Plan, packed: PackedPackage[]): Promise<void> {
  let lacking = packed;
  while (lacking.length > 0) {
    const names = lacking.map(({ name }) => name);
    const rest = plan.map((group) => group.filter(({ name }) => names.includes(name)));
    writeFileSync(join(folder, "publish-plan.json"), JSON.stringify({ version: 1, plan: rest }));
    const publish = ["publish", "--from-pack-dir", folder, "--no-git-tag"];
    // In a terminal npm asks for a second factor.
    const failure = await run("changeset", publish, { interactive: true }).then(
      () => undefined,
      (error: unknown) => error,
    );
    const before = lacking.length;
    lacking = await findLacking(lacking);
    if (lacking.length < before) continue; // The rest was not tried, or failed: once more.
    const list = lacking.map(({ name, version }) => `${name} ${version}`).join(", ");
    throw new Error(
      `The registry has not got ${list}. What it got stays, and nothing is tagged yet. When the reason ` +
        "above is gone, run the same command again: it publishes the rest.",
      { cause: failure },
    );
  }
}
