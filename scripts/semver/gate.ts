/**
 * Compares the contract of the working tree with the last release (before the first one, with the
 * merge base of the main branch), and the pending changesets with what the changes need.
 */
import { bundleContract } from "@partner-center/spec/redocly";
import { accept, readAccepted } from "./accepted.ts";
import { readLastRelease } from "./base.ts";
import type { Change } from "./changes.ts";
import { compareContracts } from "./compare.ts";
import { type Location, locate } from "./locate.ts";
import { readMergeBase } from "./merge-base.ts";
import { missing, readPending } from "./pending.ts";
import { type Bumps, highest, neededFor } from "./policy.ts";

export type LocatedChange = Change & Location;

/**
 * The gate's result, or undefined when nothing was released yet and git has no main branch here.
 *
 * @param registry address of the one with the last release; without it, spec/released has it
 * @throws when a judge is missing, fails or is not understood, or the release or git's history can't be read
 */
export async function checkWorkingTree(registry?: string) {
  const release = await readLastRelease(registry);
  const mergeBase = release ? undefined : await readMergeBase();
  const base = release ?? mergeBase;
  if (!base) return undefined;
  const revision = { name: "spec/openapi.yaml", text: await bundleContract() };
  const { changes: found, notCompared } = await compareContracts(
    { base, revision },
    { isOurs: true },
  );
  if (notCompared.length > 0) throw new Error(`The gate can't tell: ${notCompared.join(". ")}.`);
  const today = new Date().toISOString().slice(0, 10);
  const { changes, expired, unused } = accept(found, readAccepted(), today);
  const earlier = mergeBase?.changesets ?? [];
  const needed = neededBy(changes);
  const pending = await readPending(earlier, release?.version);
  return {
    /** What the working tree was compared with. */
    base: base.name,
    sides: { base, revision },
    /** The last version; undefined before the first release. */
    release: release?.version,
    changes: locate(changes),
    /** What the changes ask for, by package. */
    needed,
    /** What the changesets ask for: before the first release, those that the base lacks. */
    pending,
    /** What is needed and not pending. */
    lacking: missing(needed, pending),
    /** Accepted breaks that count no more, and those that match no change. */
    expired,
    unused,
    /** The changesets of the base, when it is not a release. */
    earlier,
  };
}

export type GateResult = NonNullable<Awaited<ReturnType<typeof checkWorkingTree>>>;

export function neededBy(changes: Change[]): Bumps {
  return neededFor(highest(changes.map(({ bump }) => bump)));
}
