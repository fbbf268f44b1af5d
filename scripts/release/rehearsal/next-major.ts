/** Whether the next release is a major one, which may remove addresses of the site. */
import { findBase } from "../../semver/base.ts";
import { readPending } from "../../semver/pending.ts";
import { raisedBy, readVersions } from "../../semver/versions.ts";

/** By a changeset, or in the release's pull request by a version step that has used it up. */
export async function isMajorNext(checkout: string): Promise<boolean> {
  const pending = await readPending([], undefined, checkout);
  if (pending.types === "major") return true;
  const base = await findBase(checkout);
  return base !== undefined && raisedBy(base.versions, readVersions(checkout)).types === "major";
}
