/** The tags of released commits, such as `@partner-center/types@1.2.0`: made when all is published. */
import type { PackedPackage } from "@partner-center/lib/packages";
import { git } from "./commit.ts";

type Version = Pick<PackedPackage, "name" | "version">;

const tagOf = ({ name, version }: Version) => `${name}@${version}`;

async function hasOrigin(): Promise<boolean> {
  return (await git("remote")).split("\n").includes("origin");
}

/** The given versions that have no tag yet, neither at `origin` nor, without one, in this clone. */
export async function findUntagged<T extends Version>(versions: T[]): Promise<T[]> {
  const listed = (await hasOrigin())
    ? await git("ls-remote", "--tags", "--refs", "origin")
    : await git("tag", "--list");
  const tags = new Set(listed.split("\n").map((line) => line.replace(/^.*\trefs\/tags\//, "")));
  return versions.filter((version) => !tags.has(tagOf(version)));
}

/**
 * Tags the commit. A tag that an earlier run made and did not push stays where it is.
 *
 * @throws when a tag can't be made or pushed, unless another run has pushed it
 */
export async function tagCommit(versions: Version[]): Promise<void> {
  const tags = versions.map(tagOf);
  try {
    for (const tag of tags) {
      await git("tag", "--annotate", "--message", tag, tag).catch(async (refusal) => {
        const isMade = await git("tag", "--list", tag);
        if (!isMade) throw refusal;
      });
    }
    if (!(await hasOrigin())) return;
    await git("push", "--quiet", "origin", ...tags.map((tag) => `refs/tags/${tag}`));
  } catch (cause) {
    const untagged = await findUntagged(versions);
    if (untagged.length === 0) return;
    throw new Error(
      `Everything is published, and only these tags are missing: ${untagged.map(tagOf).join(", ")}. ` +
        `Run the same command again.\n${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  }
}
