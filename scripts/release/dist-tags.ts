/** The registry's tags, such as `latest`, and which of them a version is published under. */
import { isObject } from "@partner-center/spec";
import semver from "semver";
import { view } from "./view.ts";

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
  const tags = await view(name, "dist-tags");
  return Object.fromEntries(
    Object.entries(isObject(tags) ? tags : {}).map(([tag, version]) => [tag, String(version)]),
  );
}
