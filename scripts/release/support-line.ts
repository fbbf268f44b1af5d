/** Branches such as support/1.x, which release an older major after main has a newer one. */
import { join } from "node:path";
import { readManifest } from "@partner-center/lib/packages";
import { readPending } from "../semver/pending.ts";
import { git } from "./commit.ts";

const types = join(import.meta.dirname, "../../packages/types");

/** The major that a branch releases; undefined for one that releases what comes next. */
export function majorOf(branch: string): number | undefined {
  const [, major] = /^support\/(\d+)\.x$/.exec(branch) ?? [];
  return major === undefined ? undefined : Number(major);
}

/** @throws when the current branch releases one major and is about to release another */
export async function requireLine(): Promise<void> {
  const branch = await git("branch", "--show-current");
  const major = majorOf(branch);
  if (major === undefined) return;
  const { version } = readManifest(types);
  if (!version.startsWith(`${major}.`)) {
    const tag = `@partner-center/types@${major}.…`;
    throw new Error(
      `${branch} releases ${major}.x alone, and the types are at ${version}; make the branch of the ` +
        `last release of that major: git switch --create ${branch} ${tag}`,
    );
  }
  if ((await readPending()).types !== "major") return;
  throw new Error(`${branch} releases ${major}.x alone; a major version is released from main.`);
}
