/** The commit that a release is made of: everything is in it, and its versions are whole. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";

const root = join(import.meta.dirname, "../..");

/** What git says, without the line's end. */
export async function git(...args: string[]): Promise<string> {
  return (await run("git", args, { capture: true })).trimEnd();
}

/** @throws unless everything is committed, so that the commit has all that is released */
export async function requireCommit(): Promise<void> {
  const changes = await git("status", "--porcelain");
  if (!changes) return;
  throw new Error(`A release is made of a commit; commit or stash these changes:\n${changes}`);
}

/**
 * Finds the commit of a version run that was stopped half-way: its contract has another version than
 * the packages that are made from it.
 *
 * @param checkout the repository's root
 * @throws with what to do about it
 */
export function requireWholeVersion(checkout = root): void {
  const read = (path: string) => readFileSync(join(checkout, path), "utf8");
  const versions = publishedPackages(checkout)
    .filter(({ manifest }) => manifest.exports)
    .map(({ directory, manifest: { version } }) => ({ where: directory, version }));
  const contract = /^ {2}version: (.*)$/m.exec(read("spec/openapi.yaml"))?.[1] ?? "";
  versions.push({ where: "spec/openapi.yaml", version: contract });
  const released = "spec/released/openapi.json"; // Not there before the first release.
  if (existsSync(join(checkout, released))) {
    versions.push({ where: released, version: JSON.parse(read(released)).info.version });
  }
  if (new Set(versions.map(({ version }) => version)).size === 1) return;
  const list = versions.map(({ where, version }) => `  ${version}  ${where}`).join("\n");
  throw new Error(
    `These have one version in a release, and this commit holds half of one:\n${list}\n` +
      "Undo that commit (git revert HEAD), and run: npm run release -- version",
  );
}
