/** Weighs what the judges say of two contracts by the policy. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@partner-center/spec";
import type { Redocly } from "@partner-center/spec/redocly";
import ts from "typescript";
import { generateTypes } from "../../packages/types/generate/generate.ts";
import { type Change, mergeFindings } from "./changes.ts";
import {
  asOnTheWire,
  formatPointer,
  parseContract,
  type Side,
  withoutFormats,
  withoutVersion,
} from "./contract.ts";
import type { Finding } from "./finding.ts";
import { firstDifference } from "./judges/bytes.ts";
import { askOasdiff } from "./judges/oasdiff.ts";
import { askRedocly } from "./judges/redocly.ts";
import { askTypes } from "./judges/types.ts";
import { type Bump, highest, ruleById } from "./policy.ts";

export interface Comparison {
  /** What the contract's change asks for, before it is spread over the packages. */
  bump: Bump;
  /** The highest first. */
  changes: Change[];
}

/**
 * Compares two contracts.
 *
 * @param redocly one that nobody else uses at the same time
 *
 * @throws when a side can't be read, or a judge is missing, fails or is not understood
 */
export async function compareContracts(
  redocly: Redocly,
  base: Side,
  revision: Side,
): Promise<Comparison> {
  const contracts = {
    base: withoutVersion(parseContract(base)),
    revision: withoutVersion(parseContract(revision)),
  };
  const [wire, types] = await Promise.all([
    askWire(redocly, contracts),
    compareTypes(base, revision, contracts),
  ]);
  const changes = mergeFindings([...wire, ...types.findings], contracts);
  if (changes.length === 0) changes.push(...bytesChanged(contracts, types.differ));
  return { bump: highest(changes.map((change) => change.bump)), changes };
}

/** What is left when no judge has anything to say: other bytes are a release, too. */
function bytesChanged({ base, revision }: Contracts, typesDiffer: boolean): Change[] {
  const { id, bump } = ruleById("bytes-changed");
  const difference = firstDifference(base, revision);
  if (!difference && !typesDiffer) return [];
  const pointer = formatPointer(difference?.place ?? []);
  const facts = { id: `${id}:${pointer}`, rule: id, bump, pointer, affects: "none" as const };
  if (!difference)
    return [{ ...facts, judges: [], what: "the generator writes the types in another way" }];
  const { isOrder, place, old, new: new_ } = difference;
  const name = place.at(-1) ?? "the contract";
  const what = `\`${name}\` ${isOrder ? "stands in another order" : "reads differently"}`;
  return [{ ...facts, judges: [], what, old, new: new_ }];
}

interface Contracts {
  base: JsonObject;
  revision: JsonObject;
}

async function askWire(redocly: Redocly, contracts: Contracts): Promise<Finding[]> {
  const wire = { base: asOnTheWire(contracts.base), revision: asOnTheWire(contracts.revision) };
  const folder = mkdtempSync(join(tmpdir(), "semver-"));
  const write = (name: string, contract: JsonObject) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(contract));
    return path;
  };
  try {
    const [changes, more] = await Promise.all([
      askRedocly(redocly, write("base.json", wire.base), write("revision.json", wire.revision)),
      askOasdiff(
        write("base-without-formats.json", withoutFormats(wire.base)),
        write("revision-without-formats.json", withoutFormats(wire.revision)),
      ),
    ]);
    return [...changes, ...more];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareTypes(base: Side, revision: Side, contracts: Contracts) {
  const isPublished = base.declarations !== undefined || revision.declarations !== undefined;
  const read = isPublished ? declarationsOf : sourceOf;
  const [before, after] = await Promise.all([read(base), read(revision)]);
  return { findings: askTypes(before, after, contracts), differ: before !== after };
}

/** The declarations as they are published, without the compiler's pointer to its map. */
export async function declarationsOf(side: Side): Promise<string> {
  const published = side.declarations?.replace(/\n*\/\/# sourceMappingURL.*\n?$/, "\n");
  if (published !== undefined) return published;
  return ts.transpileDeclaration(await sourceOf(side), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, strict: true, isolatedDeclarations: true },
  }).outputText;
}

const generated = new Map<string, Promise<string>>();

/** The types that are generated from a contract, without its version and hash. */
function sourceOf({ name, text }: Side): Promise<string> {
  const known = generated.get(text);
  if (known) return known;
  const made = generateTypes(text).then(
    (source) => source.replace(/(export const spec\w+: string = ).*/g, '$1"";'),
    (cause) => {
      throw new Error(`No types can be generated from ${name}: ${cause.message}`, { cause });
    },
  );
  // A base is compared with more than once, everything else once.
  if (generated.size > 1) generated.clear();
  generated.set(text, made);
  return made;
}
