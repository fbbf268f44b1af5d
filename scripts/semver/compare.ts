/** Compares two contracts: asks the judges, and weighs by the policy what they find. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { Thread } from "@partner-center/lib/thread";
import { type Contract, parseContract } from "@partner-center/spec";
import { type Change, mergeFindings } from "./changes.ts";
import { compareBytes } from "./compare-bytes.ts";
import type { Side, TypesQuestion, TypesReport } from "./compare-types.ts";
import { askContract } from "./judges/contract.ts";
import { askOasdiff } from "./judges/oasdiff.ts";
import type { SideName } from "./judges/places.ts";
import { askRedocly } from "./judges/redocly.ts";
import { asOnTheWire, withoutExamples } from "./on-the-wire.ts";

export interface Comparison {
  /** The highest bump first. */
  changes: Change[];
  /** A sentence without a full stop for each comparison that could not be made. */
  notCompared: string[];
}

const types = new Thread<TypesQuestion, TypesReport>(
  new URL("compare-types-thread.ts", import.meta.url),
  { name: "the comparison of types" },
);

/**
 * The changes between two contracts. A judge that fails or takes too long is told in `notCompared`, and
 * the others count.
 *
 * @param isOurs whether they are versions of our own contract, whose packages export types by name
 * @throws when a side is not a contract, or no judge of the wire can compare the two
 */
export async function compareContracts(
  sides: Record<SideName, Side>,
  { isOurs }: { isOurs: boolean },
): Promise<Comparison> {
  const contracts = { base: readContract(sides.base), revision: readContract(sides.revision) };
  const bare = {
    base: withoutExamples(contracts.base),
    revision: withoutExamples(contracts.revision),
  };
  using folder = temporaryFolder("semver-");
  const write = (side: SideName, withFormats: boolean) => {
    const path = join(folder.path, `${side}${withFormats ? "" : "-without-formats"}.json`);
    writeFileSync(path, asOnTheWire(bare[side], withFormats));
    return path;
  };
  const [ofRedocly, ofTypes, ofOasdiff] = await Promise.all([
    askRedocly(write("base", true), write("revision", true)),
    types.ask({ sides, contracts: bare, isOurs }),
    askOasdiff(write("base", false), write("revision", false)),
  ]);
  const changes = mergeFindings(
    [...ofRedocly, ...ofTypes.findings, ...ofOasdiff, ...askContract(contracts)],
    contracts,
  );
  return {
    changes: changes.length > 0 ? changes : compareBytes(contracts, ofTypes.differ),
    notCompared: ofTypes.notCompared,
  };
}

/** Without the version, which the version step writes: it is no change. */
function readContract({ name, text }: Side): Contract {
  const contract = parseContract(text, name);
  return { ...contract, info: { ...contract.info, version: "0.0.0" } };
}
