import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testInCheckout as test } from "@partner-center/lib/in-checkout";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, onTestFinished } from "vitest";
import { findMergeBase } from "../merge-base.ts";

/** A folder that is removed after the test. */
function makeFolder(): string {
  const folder = temporaryFolder("merge-base-");
  onTestFinished(() => folder[Symbol.dispose]());
  return folder.path;
}

const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
const gitIn =
  (folder: string) =>
  async (...args: string[]) =>
    (await run("git", ["-C", folder, ...author, ...args], { capture: true })).trim();

/** A repository whose branch `main` has two commits, and `topic` one more than the first of them. */
async function makeRepository(main = "main") {
  const folder = makeFolder();
  const git = gitIn(folder);
  await git("init", "--quiet", `--initial-branch=${main}`);
  const commit = async (name: string) => {
    writeFileSync(join(folder, name), name);
    await git("add", "--all");
    await git("commit", "--quiet", "--message", name);
    return git("rev-parse", "HEAD");
  };
  const first = await commit("first");
  const second = await commit("second");
  await git("switch", "--quiet", "--create", "topic", first);
  await commit("third");
  await git("switch", "--quiet", main);
  return { folder, git, first, second };
}

async function clone(from: string, ...options: string[]): Promise<string> {
  const folder = join(makeFolder(), "clone");
  await run("git", ["clone", "--quiet", ...options, `file://${from}`, folder], { capture: true });
  return folder;
}

test("on a branch it is the commit where the branch left main", async () => {
  const { folder, git, first, second } = await makeRepository();
  expect(await findMergeBase(folder)).toEqual({ commit: second, main: "main" });
  await git("switch", "--quiet", "topic");
  expect(await findMergeBase(folder)).toEqual({ commit: first, main: "main" });
});

test("the main branch of origin, by any name, comes before a local main", async () => {
  const { folder, second } = await makeRepository("trunk");
  const copy = await clone(folder, "--branch", "trunk");
  await gitIn(copy)("branch", "main", "origin/topic");
  expect(await findMergeBase(copy)).toEqual({ commit: second, main: "origin/HEAD" });
});

test("a support branch is the base of what is made for it, and of itself", async () => {
  const { folder, git, first, second } = await makeRepository();
  await git("branch", "support/1.x", first);
  await git("switch", "--quiet", "--create", "hotfix", "support/1.x");
  writeFileSync(join(folder, "fix"), "fix");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "fix");
  const fix = await git("rev-parse", "HEAD");
  expect(await findMergeBase(folder)).toEqual({ commit: first, main: "main" }); // The same commit.
  await git("branch", "--force", "support/1.x", fix);
  expect(await findMergeBase(folder)).toEqual({ commit: fix, main: "support/1.x" });

  await git("switch", "--quiet", "main");
  const copy = await clone(folder, "--branch", "support/1.x");
  expect(await findMergeBase(copy)).toEqual({ commit: fix, main: "origin/support/1.x" });
  // A pull request says which branch it is for.
  expect(await findMergeBase(copy, "main")).toEqual({ commit: first, main: "origin/main" });
  await gitIn(copy)("switch", "--quiet", "--detach", "origin/main");
  expect(await findMergeBase(copy)).toEqual({ commit: second, main: "origin/main" });
});

test("a shallow clone of main needs no history: it is its own base", async () => {
  const { folder, second } = await makeRepository();
  const copy = await clone(folder, "--depth", "1", "--branch", "main");
  expect(await findMergeBase(copy)).toEqual({ commit: second, main: "origin/main" });
});

test("a clone without the history is an error, and its command gets it", async () => {
  const { folder, first } = await makeRepository();
  for (const options of [
    ["--depth", "1"],
    ["--depth", "1", "--no-single-branch"],
    ["--single-branch"],
  ]) {
    const copy = await clone(folder, "--branch", "topic", ...options);
    const error = await findMergeBase(copy).catch((error: Error) => error.message);
    expect(error).toMatch(/^The history since the main branch.*fetch-depth: 0/);
    const [, command = ""] = /`git (.*)`/.exec(String(error)) ?? [];
    await run("bash", ["-c", `git ${command}`], { cwd: copy, capture: true });
    expect(await findMergeBase(copy)).toEqual({ commit: first, main: "origin/main" });
  }
});

test("without git's history, and nowhere to fetch it from, there is no base", async () => {
  const { folder, git } = await makeRepository("other");
  expect(await findMergeBase(folder)).toBeUndefined();
  // An unpacked tarball, also within another repository.
  mkdirSync(join(folder, "unpacked"));
  await git("branch", "main");
  expect(await findMergeBase(join(folder, "unpacked"))).toBeUndefined();
  expect(await findMergeBase(makeFolder())).toBeUndefined();
});

test("a repository without a commit has no base", async () => {
  const folder = makeFolder();
  await gitIn(folder)("init", "--quiet", "--initial-branch=main");
  expect(await findMergeBase(folder)).toBeUndefined();
});
