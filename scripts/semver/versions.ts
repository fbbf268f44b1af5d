/** The packages' versions, which show what a version step has done that is not merged yet. */
import { join } from "node:path";
import { readManifest } from "@partner-center/lib/packages";
import semver from "semver";
import { type Bump, type Bumps, bumps, byPackage, packages } from "./policy.ts";

export type Versions = Record<keyof Bumps, string>;

export function readVersions(checkout: string): Versions {
  const versionOf = (name: keyof Bumps) => readManifest(join(checkout, "packages", name)).version;
  const [types, client, docs] = packages.map(versionOf);
  return { types: types ?? "", client: client ?? "", docs: docs ?? "" };
}

/** By how much each version was raised. */
export function raisedBy(before: Versions, after: Versions): Bumps {
  return byPackage((name) => bumpBetween(before[name], after[name]));
}

function bumpBetween(before: string, after: string): Bump {
  if (!semver.gt(after, before)) return "none";
  const difference = semver.diff(before, after);
  // From one prerelease to the next: both may have all that the release is for.
  const raised = difference === "prerelease" ? toRelease(after) : difference;
  return bumps.find((bump) => `${raised}`.endsWith(bump)) ?? "none";
}

function toRelease(prerelease: string): string | null {
  const { major, minor, patch } = semver.parse(prerelease, {}, true);
  return semver.diff(prerelease, `${major}.${minor}.${patch}`);
}
