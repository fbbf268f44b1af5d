/** Reads what counts as the old contract before a first release: where the main branch was left. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readChangesets } from "@changesets/read";
import { isCheckout } from "@partner-center/lib/checkout";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { bundleContract } from "@partner-center/spec/redocly";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The contract and the changesets of the merge base with the main branch, which is HEAD on that
 * branch itself. Undefined where git has no main branch and no remote to fetch one from.
 *
 * @throws when the history is missing and can be fetched, with the command that does it
 */
export async function readMergeBase() {
  const base = await findMergeBase();
  if (!base) return undefined;
  const { commit, main } = base;
  using folder = temporaryFolder("merge-base-");
  const archive = join(folder.path, "archive.tar");
  const paths = ["spec", ".changeset"];
  await run("git", ["archive", `--output=${archive}`, commit, ...paths], { capture: true });
  await run("tar", ["-xf", archive, "-C", folder.path], { capture: true });
  const [text, changesets] = await Promise.all([
    bundleContract(join(folder.path, "spec/openapi.yaml")),
    readChangesets(folder.path),
  ]);
  return { name: `the merge base with ${main}, ${commit.slice(0, 12)}`, text, changesets };
}

/** Its commit, and the main branch as git knows it here, such as `origin/main`. */
export async function findMergeBase(folder = root) {
  // A tarball unpacked within another repository is not part of it.
  if (!isCheckout(folder)) return undefined;
  const git = (...args: string[]) =>
    run("git", args, { cwd: folder, capture: true }).then(
      (output) => output.trim(),
      () => "", // What is missing is reported below.
    );
  for (const main of ["origin/main", "origin/HEAD", "main"]) {
    const commit = await git("merge-base", "HEAD", main);
    if (commit) return { commit, main };
  }
  if (!(await git("remote")).split("\n").includes("origin")) return undefined;
  const isShallow = (await git("rev-parse", "--is-shallow-repository")) === "true";
  const fetch = `git fetch ${isShallow ? "--unshallow " : ""}origin`;
  throw new Error(
    "Nothing was released yet, and the history since the main branch, to compare with, is missing " +
      `here; run \`${fetch} '+refs/heads/*:refs/remotes/origin/*'\` (in CI: fetch-depth: 0).`,
  );
}
