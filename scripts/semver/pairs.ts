/** Tries the gate on pairs of contracts whose verdicts are known, and counts by source where it is right. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject } from "@partner-center/spec";
import { InvalidContractError } from "@partner-center/spec/any-contract";
import type { Comparison } from "./compare.ts";
import { highest } from "./policy.ts";

/** One entry of a folder's `table.json`; its contracts are `ID/base.json` and `ID/revision.json`. */
interface Pair {
  id: string;
  source: string;
  verdict: "major" | "not-major" | "none" | "unknown";
}

type Compare = (base: string, revision: string) => Promise<Comparison>;

/** What came of a pair; `invalid` when it is refused because it is not OpenAPI, `unjudged` when the table doesn't know its verdict. */
const outcomes = ["right", "missed", "false", "stopped", "invalid", "unjudged"] as const;
type Outcome = (typeof outcomes)[number];

interface Result {
  outcome: Outcome;
  /** Why, unless it is right. */
  lines: string[];
}

/** More of them would only wait for redocly, which compares one pair at a time. */
const atATime = 3;

/**
 * Compares each pair and prints those that stop or are judged wrongly, then a table by source.
 *
 * @param only compares just the pairs whose id contains this
 * @throws when the folder has no table
 */
export async function tryPairs(folder: string, only: string, compare: Compare): Promise<void> {
  const pairs = readTable(folder).filter(({ id }) => id.includes(only));
  const results: { source: string; outcome: Outcome }[] = [];
  const waiting = pairs.values();
  const work = async () => {
    for (const pair of waiting) {
      const { outcome, lines } = await tryPair(folder, pair, compare);
      results.push({ source: pair.source, outcome });
      if (lines.length > 0) console.log(`${outcome} ${pair.id}\n  ${lines.join("\n  ")}`);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  const sources = [...new Set(pairs.map(({ source }) => source))];
  const rows = sources.map((source) => ({
    source,
    of: results.filter((one) => one.source === source),
  }));
  for (const { source, of } of [...rows, { source: "all", of: results }]) {
    const counts = outcomes.map(
      (name) => `${of.filter(({ outcome }) => outcome === name).length} ${name}`,
    );
    console.log(`${source.padEnd(28)} ${`${of.length}`.padStart(4)} pairs: ${counts.join(", ")}`);
  }
}

async function tryPair(folder: string, { id, verdict }: Pair, compare: Compare): Promise<Result> {
  const file = (side: string) => join(folder, id, `${side}.json`);
  try {
    const { changes, notCompared } = await compare(file("base"), file("revision"));
    const bump = highest(changes.map((change) => change.bump));
    const outcome = outcomeOf(verdict, bump === "major");
    if (outcome === "right" || outcome === "unjudged") return { outcome, lines: [] };
    const deciding = changes
      .filter((change) => change.bump === bump)
      .map(({ rule, judges, pointer, what }) => `${bump} ${rule} ${pointer}: ${what} (${judges})`);
    return { outcome, lines: [...deciding, ...notCompared] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const outcome = error instanceof InvalidContractError ? "invalid" : "stopped";
    return { outcome, lines: message.split("\n").slice(0, 4) };
  }
}

function outcomeOf(verdict: Pair["verdict"], isMajor: boolean): Outcome {
  if (verdict === "unknown") return "unjudged";
  if (isMajor === (verdict === "major")) return "right";
  return isMajor ? "false" : "missed";
}

function readTable(folder: string): Pair[] {
  const file = join(folder, "table.json");
  const table: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (Array.isArray(table) && table.every(isPair)) return table;
  throw new Error(`${file} is not a list of pairs, each with id, source and verdict.`);
}

function isPair(value: unknown): value is Pair {
  return (
    isObject(value) &&
    typeof value.id === "string" &&
    typeof value.source === "string" &&
    ["major", "not-major", "none", "unknown"].includes(String(value.verdict))
  );
}
