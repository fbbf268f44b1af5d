/** The gate's verdict, in the words of a changelog. */
import { rmSync, writeFileSync } from "node:fs";
import type { Change } from "../semver/changes.ts";
import type { GateResult } from "../semver/gate.ts";

const file = new URL("../../.changeset/contract-verdict.md", import.meta.url);

const noticed: Record<Change["affects"], string> = {
  wire: "on the wire",
  types: "in the types",
  both: "on the wire and in the types",
  none: "by readers",
};

/** The entry that lists each change with what it asks for. */
function describeVerdict(version: string, changes: Change[]): string {
  const lines = changes.map(
    ({ bump, what, affects, accepted }) =>
      `- ${bump}, noticed ${noticed[affects]}: ${what}${accepted ? ` (${accepted})` : ""}`,
  );
  return [`The contract since ${version}, change by change:`, "", ...lines].join("\n");
}

/**
 * Puts the verdict into the changelog of the types, as a changeset that lives while the given step
 * makes the versions: left behind, it would pass for one that somebody wrote.
 */
export async function withVerdict(
  result: GateResult | undefined,
  makeVersions: () => Promise<unknown>,
): Promise<void> {
  // Nothing can be told since a release before there is one.
  if (result?.release !== undefined && result.changes.length > 0) {
    const text = describeVerdict(result.release, result.changes);
    const head = `"@partner-center/types": ${result.needed.types}`;
    writeFileSync(file, `---\n${head}\n---\n\n${text}\n`);
  }
  try {
    await makeVersions();
  } finally {
    rmSync(file, { force: true });
  }
}
