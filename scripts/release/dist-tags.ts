/** The registry's tags, such as `latest`, and which of them a version is published under. */
import { run } from "@partner-center/lib/run";
import semver from "semver";

/** The version that each tag of a package stands for. */
export type DistTags = Record<string, string>;

/**
 * `latest`, or for a prerelease its own kind, such as `rc`, unless that would lower the tag: then the
 * tag of the version's major, `latest-1`, or of its minor, `latest-1.2`. So a hotfix from an older
 * branch, or a release that an earlier run left behind, goes only to users who ask for that line.
 */
export function chooseTag(version: string, tags: DistTags): string {
  const { major, minor, prerelease } = semver.parse(version, {}, true);
  const kind = prerelease[0] ?? "latest";
  const lowersNothing = (tag: string) => {
    const current = tags[tag];
    return current === undefined || semver.gte(version, current);
  };
  return [`${kind}`, `${kind}-${major}`].find(lowersNothing) ?? `${kind}-${major}.${minor}`;
}

/**
 * The tags of a package in the registry that pnpm publishes to; none when it is not there yet.
 *
 * @throws when the registry refuses or can't be reached
 */
export async function readTags(name: string): Promise<DistTags> {
  try {
    const output = await run("pnpm", ["view", name, "dist-tags", "--json"], { capture: true });
    return JSON.parse(output.slice(output.indexOf("{")));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (message.includes("ERR_PNPM_FETCH_404")) return {};
    throw new Error(`The registry does not tell the tags of ${name}: ${message}`, { cause });
  }
}
