import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, watch, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { testInCheckout } from "@partner-center/lib/in-checkout";
import { endWithUs } from "@partner-center/lib/run";
import { commitAll, copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { afterAll, beforeAll, expect } from "vitest";
import { requireWholeVersion } from "../commit.ts";
import { shortenBuilds, startOver } from "../stage.ts";

const program = "scripts/release/version.ts";
const changeset = ".changeset/first.md";
let copy: WorkspaceCopy;

beforeAll(async () => {
  copy = await copyWorkspace();
  startOver(copy.folder);
  shortenBuilds(copy.folder);
  await copy.run("turbo", "run", "generate");
  await commitAll(copy.run, "Before the first release");
});

afterAll(() => copy?.[Symbol.asyncDispose]());

const path = (name: string) => join(copy.folder, name);
const status = () => copy.run("git", "status", "--porcelain");

/** Starts a run that makes versions, and kills it as soon as something happens in a folder. */
async function killVersion(folder: string, isTime: () => boolean): Promise<void> {
  const PATH = `${path("node_modules/.bin")}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH };
  const options = { cwd: copy.folder, env, stdio: "ignore", detached: true } as const;
  const child = spawn("node", [program], options);
  endWithUs(child);
  const { pid } = child;
  if (pid === undefined) throw new Error("The run did not start");
  const watcher = watch(path(folder), () => {
    if (isTime() && child.exitCode === null) process.kill(-pid, "SIGKILL");
  });
  const [, signal] = await once(child, "exit");
  watcher.close();
  expect(signal).toBe("SIGKILL");
}

const versionIn = (file: string) =>
  /version"?: "?([\d.]+)/.exec(readFileSync(path(file), "utf8"))?.[1];

testInCheckout(
  "a run that is killed half-way is taken back by the next one",

  async () => {
    // As soon as the first manifest is written; the changeset is still there or not.
    await killVersion("packages/types", () => versionIn("packages/types/package.json") === "1.0.0");
    expect(await status()).toContain("packages/types/package.json");

    // The second run begins where the first did, and is killed when its changeset is consumed.
    await killVersion(".changeset", () => !existsSync(path(changeset)));
    expect(existsSync(path("spec/released"))).toBe(false);

    const edited = ["README.md", "Edited after the kill.\n"] as const;
    writeFileSync(path(edited[0]), edited[1]);
    expect(await copy.run("node", program)).toContain("Its changes are in git stash");
    for (const name of ["types", "client", "docs"]) {
      expect(versionIn(`packages/${name}/package.json`)).toBe("1.0.0");
      const changelog = readFileSync(path(`packages/${name}/CHANGELOG.md`), "utf8");
      expect(changelog.match(/^## .*/gm)).toEqual(["## 1.0.0"]);
    }
    expect(existsSync(path(changeset))).toBe(false);
    expect(() => requireWholeVersion(copy.folder)).not.toThrow();
    expect(await copy.run("git", "show", `stash@{0}:${edited[0]}`)).toBe(edited[1]);

    // It ended, so its changes are to be committed and not taken back.
    await expect(copy.run("node", program)).rejects.toThrow("A release is made of a commit");
    await commitAll(copy.run, "Version 1.0.0");
  },
);

testInCheckout("a commit that holds half of a version gets no other one", async () => {
  const types = path("packages/types/package.json");
  const half = readFileSync(types, "utf8").replace('"version": "1.0.0"', '"version": "1.1.0"');
  writeFileSync(types, half);
  await commitAll(copy.run, "Half of 1.1.0");
  const advice = /1\.1\.0 {2}packages\/types\n {2}1\.0\.0 {2}spec\/openapi\.yaml.*git revert HEAD/s;
  await expect(copy.run("node", program)).rejects.toThrow(advice);
  await copy.run("git", "reset", "--quiet", "--hard", "HEAD~1");
});

testInCheckout(
  "what is written after a run that wrote nothing is not taken back",

  async () => {
    await expect(copy.run("node", program)).rejects.toThrow("No unreleased changesets");
    writeFileSync(path(changeset), '---\n"@partner-center/docs": patch\n---\n\nMore.\n');
    await expect(copy.run("node", program)).rejects.toThrow("A release is made of a commit");
    expect(existsSync(path(changeset))).toBe(true);
  },
);
