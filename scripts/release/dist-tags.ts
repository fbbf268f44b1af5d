/** The registry's tags, such as `latest`, and which of them a version is published under. */
import { run } from "@partner-center/lib/run";
import semver from "semver";

/** The version that each tag of a package stands for. */
export type DistTags = Record<string, string>;

/**
 * `latest`, unless that would lower it: then the tag of the version's major, `latest-1`, or of its
 * minor, `latest-1.2`. So a hotfix of an older release goes only to users who ask for that release.
 */
export function chooseTag(version: string, tags: DistTags): string {
  const { major, minor } = semver.parse(version, {}, true);
  const lowersNothing = (tag: string) => {
    const current = tags[tag];
    return current === undefined || semver.gte(version, current);
  };
  return ["latest", `latest-${major}`].find(lowersNothing) ?? `latest-${major}.${minor}`;
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
