/**
 * Compares the contract of the working tree with the last release (before the first one, with the
 * merge base of the main branch), and what is needed with what is pending.
 */
import { Redocly } from "@partner-center/spec/redocly";
import { type AcceptedBreak, accept, readAccepted } from "./accepted.ts";
import { readLastRelease } from "./base.ts";
import { bundleContract } from "./bundle.ts";
import type { Change } from "./changes.ts";
import type { Side } from "./contract.ts";
import { type Locate, locateInSource } from "./locate.ts";
import { readMergeBase } from "./merge-base.ts";
import { byPackage, type Changeset, missing, readPending } from "./pending.ts";
import { type Bumps, bumpOfPackage, highest } from "./policy.ts";
import type { LocatedChange } from "./report.ts";

export interface GateResult {
  /** What the working tree was compared with. */
  base: Side;
  /** The last version, unless nothing was released yet. */
  release: string | undefined;
  changes: LocatedChange[];
  /** What the changes ask for, by package. */
  needed: Bumps;
  /** What the changesets will give: before the first release, those that the base lacks. */
  pending: Bumps;
  /** What is needed and not pending. */
  lacking: Partial<Bumps>;
  expired: AcceptedBreak[];
  /** Records of accepted breaks that accept nothing any more. */
  unused: AcceptedBreak[];
  /** The changesets that the base holds, when it is no release. */
  earlier: Changeset[];
}

/**
 * The gate's result, or undefined when nothing was released yet and git has no main branch here.
 *
 * @param registry address of the one to read the last release from; else spec/released is read
 * @throws when it can't tell: a tool is missing or not understood, or the release or git's history
 * can't be read
 */
export async function checkWorkingTree(registry?: string): Promise<GateResult | undefined> {
  const redocly = new Redocly();
  const release = await readLastRelease(registry);
  const mergeBase = release ? undefined : await readMergeBase(redocly);
  const base = release ?? mergeBase;
  if (!base) return undefined;
  const earlier = mergeBase?.changesets ?? [];
  const today = new Date().toISOString().slice(0, 10);
  const { changes, ...records } = accept(await compareWith(base, redocly), readAccepted(), today);
  const needed = neededBy(changes);
  const pending = await readPending({ without: earlier });
  return {
    base,
    release: release?.version,
    earlier,
    changes: withLocation(changes, locateInSource()),
    needed,
    pending,
    lacking: missing(needed, pending),
    ...records,
  };
}

/** What changes ask for, by package. */
export function neededBy(changes: Change[]): Bumps {
  const bump = highest(changes.map((change) => change.bump));
  return byPackage((name) => bumpOfPackage(name, bump));
}

export function withLocation(changes: Change[], locate: Locate): LocatedChange[] {
  return changes.map((change) => {
    const { pointer, keyword } = change;
    return { ...change, ...locate(keyword === undefined ? pointer : `${pointer}/${keyword}`) };
  });
}

async function compareWith(base: Side, redocly: Redocly): Promise<Change[]> {
  // The generator and the compiler load while redocly starts and bundles.
  const [{ compareContracts }, text] = await Promise.all([
    import("./compare.ts"),
    bundleContract(redocly),
  ]);
  return (await compareContracts(redocly, base, { name: "spec/openapi.yaml", text })).changes;
}
