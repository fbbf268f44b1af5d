/**
 * Compares the contract of the working tree with the last release (before the first one, with the
 * merge base of the main branch), and the pending changesets with what the changes need.
 */
import { fileURLToPath } from "node:url";
import { bundleContract } from "@partner-center/spec/redocly";
import { accept, readAccepted } from "./accepted.ts";
import { findBase } from "./base.ts";
import type { Change } from "./changes.ts";
import { compareContracts } from "./compare.ts";
import { type Location, locate } from "./locate.ts";
import { findStrangers, missing, readPending } from "./pending.ts";
import { type Bumps, byPackage, highest, neededFor } from "./policy.ts";
import { raisedBy, readVersions } from "./versions.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type LocatedChange = Change & Location;

/**
 * The gate's result, or undefined when nothing was released yet and git has no main branch here.
 *
 * @param registry address of the one with the last release, if it is to be asked
 * @throws when a judge is missing, fails or is not understood, or the release or git's history can't be read
 */
export async function checkWorkingTree(registry?: string) {
  const base = await findBase(root, registry);
  if (!base) return undefined;
  const revision = { name: "spec/openapi.yaml", text: await bundleContract() };
  const { changes: found, notCompared } = await compareContracts(
    { base, revision },
    { isOurs: true },
  );
  if (notCompared.length > 0) throw new Error(`The gate can't tell: ${notCompared.join(". ")}.`);
  const today = new Date().toISOString().slice(0, 10);
  const { changes, expired, unused } = accept(found, readAccepted(), today);
  const needed = neededBy(changes);
  const asked = await readPending(base.changesets, base.version);
  const raised = raisedBy(base.versions, readVersions(root));
  const pending = byPackage((name) => highest([asked[name], raised[name]]));
  return {
    /** What the working tree was compared with. */
    base: base.name,
    sides: { base, revision },
    /** The last version; undefined before the first release. */
    release: base.version,
    changes: locate(changes),
    /** What the changes ask for, by package. */
    needed,
    /**
     * What the changesets ask for (before the first release, those that the base lacks), or what a
     * version step has made of them that is not merged yet.
     */
    pending,
    /** What is needed and not pending. */
    lacking: missing(needed, pending),
    /** Changesets for packages that are not published here. */
    strangers: await findStrangers(),
    /** Accepted breaks that count no more, and those that match no change. */
    expired,
    unused,
    /** The changesets of the base, when it is not a release. */
    earlier: base.changesets,
    /** What to know about the base, as sentences. */
    notes: base.notes,
  };
}

export type GateResult = NonNullable<Awaited<ReturnType<typeof checkWorkingTree>>>;

export function neededBy(changes: Change[]): Bumps {
  return neededFor(highest(changes.map(({ bump }) => bump)));
}
