/** Compares the contract of the working tree with the last release, and what is needed with what is pending. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Redocly } from "../dev/redocly.ts";
import { type AcceptedBreak, accept, readAccepted } from "./accepted.ts";
import { type Release, readLastRelease } from "./base.ts";
import type { Change } from "./changes.ts";
import type { Side } from "./contract.ts";
import { type Locate, locateInSource } from "./locate.ts";
import { byPackage, missing, readPending } from "./pending.ts";
import { type Bumps, bumpOfPackage, highest } from "./policy.ts";
import type { LocatedChange } from "./report.ts";

const specFolder = fileURLToPath(new URL("../../spec", import.meta.url));

export interface GateResult {
  /** What the working tree was compared with. */
  release: Release;
  changes: LocatedChange[];
  /** What the changes ask for, by package. */
  needed: Bumps;
  /** What the changesets will give. */
  pending: Bumps;
  /** What is needed and not pending. */
  lacking: Partial<Bumps>;
  expired: AcceptedBreak[];
  /** Records of accepted breaks that accept nothing any more. */
  unused: AcceptedBreak[];
}

/**
 * The gate's answer, or undefined when nothing was released yet.
 *
 * @param registry address of the one to read the last release from; else spec/released is read
 * @throws when it can't tell: a tool is missing or not understood, or the release can't be read
 */
export async function checkWorkingTree(registry?: string): Promise<GateResult | undefined> {
  const release = await readLastRelease(registry);
  if (!release) return undefined;
  const today = new Date().toISOString().slice(0, 10);
  const { changes, ...records } = accept(await compareWith(release), readAccepted(), today);
  const needed = neededBy(changes);
  const pending = await readPending();
  return {
    release,
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

async function compareWith(release: Release): Promise<Change[]> {
  const redocly = new Redocly();
  // The generator and the compiler load while redocly starts and bundles.
  const [{ compareContracts }, revision] = await Promise.all([
    import("./compare.ts"),
    bundleContract(redocly),
  ]);
  return (await compareContracts(redocly, release, revision)).changes;
}

/** The contract of the working tree, as a release would hold it. */
async function bundleContract(redocly: Redocly): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), "semver-bundle-"));
  const file = join(folder, "openapi.json");
  try {
    const source = [join(specFolder, "openapi.yaml"), "--config", join(specFolder, "redocly.yaml")];
    const { code, output } = await redocly.run("bundle", ...source, "--output", file);
    if (code !== 0) throw new Error(`redocly bundle failed: ${output.trim()}`);
    return { name: "spec/openapi.yaml", text: readFileSync(file, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
