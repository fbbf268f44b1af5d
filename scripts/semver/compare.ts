/** Compares two contracts: asks the judges, and weighs by the policy what they find. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { LateError, Thread } from "@partner-center/lib/thread";
import { type Contract, parseContract } from "@partner-center/spec";
import { redocly } from "@partner-center/spec/redocly";
import { type Change, mergeFindings } from "./changes.ts";
import { compareBytes } from "./compare-bytes.ts";
import type { Side, TypesQuestion, TypesReport } from "./compare-types.ts";
import { askContract } from "./judges/contract.ts";
import type { Judge } from "./judges/finding.ts";
import { reasonOf, refuseFlawed } from "./judges/flaws.ts";
import { notComparedOf } from "./judges/newer-keywords.ts";
import { askOasdiff } from "./judges/oasdiff.ts";
import { askRedocly } from "./judges/redocly.ts";
import { normalize } from "./normal-form/normal-form.ts";
import { asOnTheWire, withoutExamples } from "./on-the-wire.ts";
import type { Contracts, SideName } from "./places.ts";

export interface Comparison {
  /** The highest bump first. */
  changes: Change[];
  /** A sentence without a full stop for each comparison that could not be made. */
  notCompared: string[];
}

/** Of larger documents, redocly is unloaded as soon as it is done: they take 1 GB otherwise. */
const largeText = 1_000_000;

const types = new Thread<TypesQuestion, TypesReport>(
  new URL("compare-types-thread.ts", import.meta.url),
  // With V8's default, a document of 3 MB takes 200 MB more, and no less time.
  { name: "the comparison of types", worker: { resourceLimits: { maxYoungGenerationSizeMb: 16 } } },
);

/**
 * The changes between two contracts. A judge that fails or takes too long is told in `notCompared`, and
 * the others count.
 *
 * @param isOurs whether they are versions of our own contract, whose packages export types by name
 * @param limit how long oasdiff may take, in milliseconds; a minute by default
 * @throws {InvalidContractError} when a judge fails and a side is not valid OpenAPI
 * @throws when a side is not a contract, or no judge of the wire can compare the two
 */
export async function compareContracts(
  sides: Record<SideName, Side>,
  { isOurs, limit }: { isOurs: boolean; limit?: number },
): Promise<Comparison> {
  const contracts = { base: readContract(sides.base), revision: readContract(sides.revision) };
  try {
    const { failures, ...comparison } = await askJudges(sides, contracts, isOurs, limit);
    if (failures.some((error) => !(error instanceof LateError))) await refuseFlawed(sides);
    const [failure, other] = failures;
    if (failure && other) throw new AggregateError(failures, failures.map(reasonOf).join(". "));
    return comparison;
  } catch (error) {
    // What has no valid form can break anything.
    await refuseFlawed(sides);
    throw error;
  }
}

async function askJudges(
  sides: Record<SideName, Side>,
  contracts: Contracts,
  isOurs: boolean,
  limit?: number,
) {
  const bare = {
    base: withoutExamples(contracts.base),
    revision: withoutExamples(contracts.revision),
  };
  const askingTypes = attempt(types.ask({ sides, contracts: bare, isOurs }));
  await setImmediate(); // The types, which take longest, begin before this thread is busy.
  const normal = normalize(bare);
  using folder = temporaryFolder("semver-");
  const write = (side: SideName, withFormats: boolean) => {
    const path = join(folder.path, `${side}${withFormats ? "" : "-without-formats"}.json`);
    writeFileSync(path, asOnTheWire(normal.contracts[side], withFormats));
    return path;
  };
  const pathsOf = (withFormats: boolean) =>
    [write("base", withFormats), write("revision", withFormats)] as const;
  const askingOasdiff = attempt(askOasdiff(...pathsOf(false), normal, limit));
  const askingRedocly = attempt(askRedocly(...pathsOf(true), normal));
  if (sides.revision.text.length > largeText) redocly.restart();
  await setImmediate(); // So does redocly.
  const ofContract = askContract(contracts);
  const [ofRedocly, ofTypes, ofOasdiff] = await Promise.all([
    askingRedocly,
    askingTypes,
    askingOasdiff,
  ]);
  const ofTools = [ofRedocly.report, ofTypes.report?.findings, ofOasdiff.report];
  const findings = [...ofTools, ofContract].flatMap((found) => found ?? []);
  const changes = mergeFindings(findings, contracts);
  const differ = ofTypes.report?.differ ?? false;
  return {
    /** Of the judges of the wire. */
    failures: [ofRedocly, ofOasdiff].flatMap(({ failure }) => failure ?? []),
    changes: changes.length > 0 ? changes : compareBytes(contracts, differ),
    notCompared: [
      ...sentenceOf("redocly", ofRedocly),
      ...(ofTypes.report?.notCompared ?? sentenceOf("types", ofTypes)),
      ...sentenceOf("oasdiff", ofOasdiff),
      ...notComparedOf(contracts),
    ],
  };
}

/** Ends the threads of the judges, whose memory is needed for what comes next. */
export function endJudges(): void {
  redocly.restart();
  types.restart();
}

interface Attempt<Report> {
  report?: Report;
  failure?: Error;
}

function attempt<Report>(asked: Promise<Report>): Promise<Attempt<Report>> {
  return asked.then(
    (report) => ({ report }),
    (failure) => ({ failure }),
  );
}

function sentenceOf(judge: Judge, { failure }: Attempt<unknown>): string[] {
  return failure ? [`${judge} not compared: ${reasonOf(failure)}`] : [];
}

/** Without the version, which the version step writes: it is no change. */
function readContract({ name, text }: Side): Contract {
  const contract = parseContract(text, name);
  return { ...contract, info: { ...contract.info, version: "0.0.0" } };
}
