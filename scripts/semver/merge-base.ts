/** Finds where this branch was left by the branch that it will be merged into. */
import { join } from "node:path";
import { isCheckout } from "@partner-center/lib/checkout";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";

/** The parts of a commit that say what was released and what is pending. */
const paths = ["spec", ".changeset", ":(glob)packages/*/package.json"];

export interface MergeBase extends Disposable {
  /** For messages: which branch and which commit. */
  name: string;
  /** Has its contract, changesets and manifests, until it is disposed of. */
  folder: string;
}

/**
 * The merge base with the main branch or with that of a support line, which is HEAD on such a branch
 * itself. Undefined where git has no main branch and no remote to fetch one from.
 *
 * @throws when the history is missing and can be fetched, with the command that does it
 */
export async function checkOutMergeBase(checkout: string): Promise<MergeBase | undefined> {
  const base = await findMergeBase(checkout);
  if (!base) return undefined;
  using resources = new DisposableStack();
  const folder = resources.use(temporaryFolder("merge-base-")).path;
  const archive = join(folder, "archive.tar");
  const args = ["archive", `--output=${archive}`, base.commit, ...paths];
  await run("git", args, { cwd: checkout, capture: true });
  await run("tar", ["-xf", archive, "-C", folder], { capture: true });
  const name = `the merge base with ${base.main}, ${base.commit.slice(0, 12)}`;
  const all = resources.move();
  return { name, folder, [Symbol.dispose]: () => all.dispose() };
}

/**
 * Its commit, and the branch as git knows it here, such as `origin/main`. Of the main branch and those
 * of support lines (`support/1.x`) it is the one that this branch left last.
 *
 * @param target the branch that a pull request asks to be merged into
 */
export async function findMergeBase(checkout: string, target = process.env.GITHUB_BASE_REF) {
  // A tarball unpacked within another repository is not part of it.
  if (!isCheckout(checkout)) return undefined;
  const git = (...args: string[]) =>
    run("git", args, { cwd: checkout, capture: true }).then(
      (output) => output.trim(),
      () => "", // What is missing is reported below.
    );
  const supportOf = async (where: string) =>
    (await git("for-each-ref", "--format=%(refname:lstrip=2)", `${where}support/`)).split("\n");
  for (const branches of [
    target ? [`origin/${target}`] : [],
    ["origin/main", "origin/HEAD", ...(await supportOf("refs/remotes/origin/"))],
    ["main", ...(await supportOf("refs/heads/"))],
  ]) {
    const found = [];
    for (const main of branches.filter(Boolean)) {
      const commit = await git("merge-base", "HEAD", main);
      if (!commit) continue;
      const distance = Number(await git("rev-list", "--count", `${commit}..HEAD`));
      found.push({ commit, main, distance });
    }
    const [nearest] = found.sort((a, b) => a.distance - b.distance);
    if (nearest) return { commit: nearest.commit, main: nearest.main };
  }
  if (!(await git("remote")).split("\n").includes("origin")) return undefined;
  const isShallow = (await git("rev-parse", "--is-shallow-repository")) === "true";
  const fetch = `git fetch ${isShallow ? "--unshallow " : ""}origin`;
  throw new Error(
    "The history since the main branch, to compare with, is missing here; " +
      `run \`${fetch} '+refs/heads/*:refs/remotes/origin/*'\` (in CI: fetch-depth: 0).`,
  );
}
