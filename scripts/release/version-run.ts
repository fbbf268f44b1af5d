/** A run that makes versions starts from a commit, and the next one takes back what a killed one left. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { git, requireCommit, requireWholeVersion } from "./commit.ts";

/** In git's own folder: it holds the commit that a run which has not ended started from. */
const findMark = () => git("rev-parse", "--path-format=absolute", "--git-path", "release-version");

const head = () => git("rev-parse", "HEAD");

/**
 * Puts what a killed run left of its changes into git's stash, so that nothing that was edited since is
 * lost.
 *
 * @throws on other changes that are not committed, and on a commit that holds half of a version
 */
export async function startFromCommit(): Promise<void> {
  const mark = await findMark();
  const isKilled = existsSync(mark) && readFileSync(mark, "utf8") === (await head());
  if (isKilled && (await git("status", "--porcelain"))) {
    const message = "What a killed run of release -- version left";
    await git("stash", "push", "--include-untracked", "--message", message);
    console.log(
      "An earlier run was killed half-way. Its changes are in git stash, and this run starts from the commit again.",
    );
  }
  await requireCommit();
  requireWholeVersion();
}

/** Writes versions, and marks the time in which a kill would leave half of them. */
export async function writeAsOne(write: () => Promise<void>): Promise<void> {
  const mark = await findMark();
  writeFileSync(mark, await head());
  try {
    await write();
    rmSync(mark);
  } catch (error) {
    // After a failure that wrote nothing, what is changed next is not for us to take back.
    if (!(await git("status", "--porcelain"))) rmSync(mark);
    throw error;
  }
}
