/** Finds what the working tree is compared with. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readChangesets } from "@changesets/read";
import { bundleContract } from "@partner-center/spec/redocly";
import semver from "semver";
import type { Side } from "./compare-types.ts";
import { checkOutMergeBase } from "./merge-base.ts";
import type { Changeset } from "./pending.ts";
import { readPublished } from "./published.ts";
import { readRelease } from "./released.ts";
import { readVersions, type Versions } from "./versions.ts";

export interface Base extends Side {
  /** The last release; absent before the first one. */
  version?: string;
  /** The changesets that are part of it, when it is not a release. */
  changesets: Changeset[];
  /** The packages' versions where the main branch was left. */
  versions: Versions;
  /** What to know about it, as sentences. */
  notes: string[];
}

const unverified =
  "Neither the registry nor git's history is known here, so spec/released of this folder is what was " +
  "compared with: unverified.";
const edited =
  "This branch edits spec/released, which only `npm run release -- version` writes. The contract was " +
  "compared with the last release all the same.";

/**
 * The last release of this branch: from the registry, else spec/released where the branch was left,
 * which no edit on it changes. Before the first release it is the contract there, and without git's
 * history spec/released of the folder, with a note. Undefined when there is none of them.
 *
 * @param registry its address, if it is to be asked
 * @throws when the registry can't be reached, a release can't be read, or git's history is missing
 */
export async function findBase(checkout: string, registry?: string): Promise<Base | undefined> {
  using mergeBase = await checkOutMergeBase(checkout);
  const left = mergeBase?.folder ?? checkout;
  const versions = readVersions(left);
  const released = readReleased(left, mergeBase?.name);
  const published = registry ? await readPublished(registry, versions.types) : undefined;
  const isNewer = released && published && semver.gt(released.version, published.version);
  const release = published && !isNewer ? published : released;
  const notes = [
    ...(release && release === released && !mergeBase ? [unverified] : []),
    ...(isEdited(checkout, left) ? [edited] : []),
  ];
  if (release) return { ...release, changesets: [], versions, notes };
  if (!mergeBase) return undefined;
  const text = await bundleContract(join(left, "spec/openapi.yaml"));
  const changesets = await readChangesets(left);
  return { name: mergeBase.name, text, changesets, versions, notes };
}

function readReleased(checkout: string, where?: string) {
  const folder = join(checkout, "spec/released");
  const name = where ? `spec/released of ${where}` : "spec/released";
  return existsSync(folder) ? readRelease(folder, name) : undefined;
}

/** Whether spec/released is another one than before, and no version step has made it. */
function isEdited(checkout: string, left: string): boolean {
  if (readVersions(checkout).types !== readVersions(left).types) return false;
  return ["openapi.json", "openapi.d.ts"].some((name) => {
    const read = (folder: string) => {
      const file = join(folder, "spec/released", name);
      return existsSync(file) ? readFileSync(file, "utf8") : "";
    };
    return read(checkout) !== read(left);
  });
}
