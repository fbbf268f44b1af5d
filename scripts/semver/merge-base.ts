/** Reads what the working tree is compared with before a first release: where it left the main branch. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readChangesets } from "@changesets/read";
import { isCheckout } from "@partner-center/lib/checkout";
import { run } from "@partner-center/lib/run";
import type { Redocly } from "@partner-center/spec/redocly";
import { bundleContract } from "./bundle.ts";
import type { Side } from "./contract.ts";
import type { Changeset } from "./pending.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface MergeBase {
  commit: string;
  /** The main branch as git knows it here, such as `origin/main`. */
  main: string;
}

export interface Unreleased extends Side {
  /** The changesets of that commit: they tell of earlier changes. */
  changesets: Changeset[];
}

/**
 * The contract and the changesets of the merge base with the main branch, which is HEAD on that
 * branch itself. Undefined where git has no main branch and no remote to fetch one from.
 *
 * @throws when the history is missing and can be fetched, with the command that does it
 */
export async function readMergeBase(redocly: Redocly): Promise<Unreleased | undefined> {
  const base = await findMergeBase();
  if (!base) return undefined;
  const { commit, main } = base;
  const name = `the merge base with ${main}, ${commit.slice(0, 12)}`;
  const folder = mkdtempSync(join(tmpdir(), "merge-base-"));
  try {
    const archive = join(folder, "archive.tar");
    const paths = ["spec", ".changeset"];
    await run("git", ["archive", `--output=${archive}`, commit, ...paths], { capture: true });
    await run("tar", ["-xf", archive, "-C", folder], { capture: true });
    const [text, changesets] = await Promise.all([
      bundleContract(redocly, join(folder, "spec")),
      readChangesets(folder),
    ]);
    return { name, text, changesets };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws when the history is missing and can be fetched, with the command that does it */
export async function findMergeBase(folder = root): Promise<MergeBase | undefined> {
  // An unpacked tarball in somebody's repository is no part of it.
  if (!isCheckout(folder)) return undefined;
  const git = (...args: string[]) =>
    run("git", args, { cwd: folder, capture: true }).then(
      (output) => output.trim(),
      () => undefined, // What is missing here is told below.
    );
  for (const main of ["origin/main", "origin/HEAD", "main"]) {
    const commit = await git("merge-base", "HEAD", main);
    if (commit) return { commit, main };
  }
  const remotes = await git("remote");
  if (!remotes?.split("\n").includes("origin")) return undefined;
  const isShallow = (await git("rev-parse", "--is-shallow-repository")) === "true";
  const fetch = `git fetch ${isShallow ? "--unshallow " : ""}origin`;
  throw new Error(
    "Nothing was released yet, and the history since the main branch, to compare with, is missing " +
      `here; run \`${fetch} '+refs/heads/*:refs/remotes/origin/*'\` (in CI: fetch-depth: 0).`,
  );
}
