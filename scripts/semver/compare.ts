/** Compares two contracts: asks the judges, and weighs by the policy what they find. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { type Contract, parseContract } from "@partner-center/spec";
import { type Change, mergeFindings } from "./changes.ts";
import { compareBytes } from "./compare-bytes.ts";
import type { GenerateTypes, Side } from "./compare-types.ts";
import { askOasdiff } from "./judges/oasdiff.ts";
import type { SideName } from "./judges/places.ts";
import { askRedocly } from "./judges/redocly.ts";
import { asOnTheWire } from "./on-the-wire.ts";

export interface Comparison {
  /** The highest bump first. */
  changes: Change[];
  /** A sentence without a full stop for each part that no judge could compare. */
  notCompared: string[];
}

/**
 * The changes between two contracts.
 *
 * @throws when a side can't be read, or a judge is missing, fails or is not understood
 */
export async function compareContracts(
  sides: Record<SideName, Side>,
  generateTypes: GenerateTypes,
): Promise<Comparison> {
  const contracts = { base: readContract(sides.base), revision: readContract(sides.revision) };
  using folder = temporaryFolder("semver-");
  const write = (side: SideName, withFormats: boolean) => {
    const path = join(folder.path, `${side}${withFormats ? "" : "-without-formats"}.json`);
    writeFileSync(path, asOnTheWire(contracts[side], withFormats));
    return path;
  };
  const [ofRedocly, types, ofOasdiff] = await Promise.all([
    askRedocly(write("base", true), write("revision", true)),
    // The compiler loads while redocly does, in its thread.
    import("./compare-types.ts").then(({ compareTypes }) =>
      compareTypes(sides, contracts, generateTypes),
    ),
    askOasdiff(write("base", false), write("revision", false)),
  ]);
  const changes = mergeFindings([...ofRedocly, ...types.findings, ...ofOasdiff], contracts);
  return {
    changes: changes.length > 0 ? changes : compareBytes(contracts, types.differ),
    notCompared: [],
  };
}

/** Without the version, which the version step writes: it is no change. */
function readContract({ name, text }: Side): Contract {
  const contract = parseContract(text, name);
  return { ...contract, info: { ...contract.info, version: "0.0.0" } };
}
