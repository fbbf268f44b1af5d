/** Compares two contracts: asks the judges, and weighs by the policy what they find. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { type Contract, formatPointer, parseContract } from "@partner-center/spec";
import ts from "typescript";
import { type Change, mergeFindings } from "./changes.ts";
import type { Contracts, Side } from "./contract.ts";
import { firstDifference } from "./judges/bytes.ts";
import { askOasdiff } from "./judges/oasdiff.ts";
import { askRedocly } from "./judges/redocly.ts";
import { askTypes } from "./judges/types.ts";
import { asOnTheWire } from "./on-the-wire.ts";
import { ruleById } from "./policy.ts";

/** Makes the TypeScript source of the types of a bundled contract. */
export type GenerateTypes = (bundle: string) => Promise<string>;

/**
 * The changes between two contracts, the highest bump first.
 *
 * @throws when a side can't be read, or a judge is missing, fails or is not understood
 */
export async function compareContracts(
  base: Side,
  revision: Side,
  generateTypes: GenerateTypes,
): Promise<Change[]> {
  const contracts = { base: readContract(base), revision: readContract(revision) };
  using folder = temporaryFolder("semver-");
  const write = (side: "base" | "revision", withFormats: boolean) => {
    const path = join(folder.path, `${side}${withFormats ? "" : "-without-formats"}.json`);
    writeFileSync(path, asOnTheWire(contracts[side], withFormats));
    return path;
  };
  const [ofRedocly, types, ofOasdiff] = await Promise.all([
    askRedocly(write("base", true), write("revision", true)),
    compareTypes(base, revision, contracts, generateTypes),
    askOasdiff(write("base", false), write("revision", false)),
  ]);
  const changes = mergeFindings([...ofRedocly, ...types.findings, ...ofOasdiff], contracts);
  return changes.length > 0 ? changes : compareBytes(contracts, types.differ);
}

/** Without the version, which the version step writes: it is no change. */
function readContract({ name, text }: Side): Contract {
  const contract = parseContract(text, name);
  return { ...contract, info: { ...contract.info, version: "0.0.0" } };
}

/** What remains when no judge reports anything: files with other bytes are a release, too. */
function compareBytes({ base, revision }: Contracts, typesDiffer: boolean): Change[] {
  const difference = firstDifference(base, revision);
  if (!difference && !typesDiffer) return [];
  const { id: rule, bump } = ruleById("bytes-changed");
  const pointer = formatPointer(difference?.place ?? []);
  const id = `${rule}:${pointer}`;
  const change = { id, rule, bump, pointer, affects: "none" as const, judges: [] };
  if (!difference) return [{ ...change, what: "the generator writes the types in another way" }];
  const { isOrder, place, old, new: new_ } = difference;
  const what = `\`${place.at(-1) ?? "the contract"}\` ${isOrder ? "is in another order" : "changed"}`;
  return [{ ...change, what, old, new: new_ }];
}

async function compareTypes(
  base: Side,
  revision: Side,
  contracts: Contracts,
  generateTypes: GenerateTypes,
) {
  const isPublished = base.declarations !== undefined || revision.declarations !== undefined;
  const read = isPublished ? declarationsOf : sourceOf;
  const [before, after] = await Promise.all([
    read(base, generateTypes),
    read(revision, generateTypes),
  ]);
  return { findings: askTypes(before, after, contracts), differ: before !== after };
}

/** The declarations as they are published, without the compiler's pointer to its map. */
export async function declarationsOf(side: Side, generateTypes: GenerateTypes): Promise<string> {
  const published = side.declarations?.replace(/\n*\/\/# sourceMappingURL.*\n?$/, "\n");
  if (published !== undefined) return published;
  return ts.transpileDeclaration(await sourceOf(side, generateTypes), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, strict: true, isolatedDeclarations: true },
  }).outputText;
}

/** The generated types, without the version and hash of the contract. */
async function sourceOf({ name, text }: Side, generateTypes: GenerateTypes): Promise<string> {
  const source = await generateTypes(text).catch((cause) => {
    throw new Error(`No types can be generated from ${name}: ${cause.message}`, { cause });
  });
  return source.replace(/(export const spec\w+: string = ).*/g, '$1"";');
}
