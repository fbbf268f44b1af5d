/** Compares two contracts: asks the judges, and weighs by the policy what they find. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { type Contract, parseContract } from "@partner-center/spec";
import ts from "typescript";
import { type Change, mergeFindings } from "./changes.ts";
import { compareBytes } from "./compare-bytes.ts";
import { askOasdiff } from "./judges/oasdiff.ts";
import type { SideName } from "./judges/places.ts";
import { askRedocly } from "./judges/redocly.ts";
import { askTypes } from "./judges/types.ts";
import { asOnTheWire } from "./on-the-wire.ts";

export interface Side {
  /** Where it came from, for messages: a path, or a package and version. */
  name: string;
  /** The bundled contract. */
  text: string;
  /** Its types as they were published; generated when absent. */
  declarations?: string;
}

/** Makes the TypeScript source of the types of a bundled contract. */
export type GenerateTypes = (bundle: string) => Promise<string>;

/**
 * The changes between two contracts, the highest bump first.
 *
 * @throws when a side can't be read, or a judge is missing, fails or is not understood
 */
export async function compareContracts(
  sides: Record<SideName, Side>,
  generateTypes: GenerateTypes,
): Promise<Change[]> {
  const contracts = { base: readContract(sides.base), revision: readContract(sides.revision) };
  using folder = temporaryFolder("semver-");
  const write = (side: SideName, withFormats: boolean) => {
    const path = join(folder.path, `${side}${withFormats ? "" : "-without-formats"}.json`);
    writeFileSync(path, asOnTheWire(contracts[side], withFormats));
    return path;
  };
  const types = typesOf(sides, generateTypes);
  const findings = await Promise.all([
    askRedocly(write("base", true), write("revision", true)),
    types.then((sources) => askTypes(sources, contracts)),
    askOasdiff(write("base", false), write("revision", false)),
  ]);
  const changes = mergeFindings(findings.flat(), contracts);
  const { base, revision } = await types;
  return changes.length > 0 ? changes : compareBytes(contracts, base !== revision);
}

/** Without the version, which the version step writes: it is no change. */
function readContract({ name, text }: Side): Contract {
  const contract = parseContract(text, name);
  return { ...contract, info: { ...contract.info, version: "0.0.0" } };
}

async function typesOf({ base, revision }: Record<SideName, Side>, generateTypes: GenerateTypes) {
  const isPublished = base.declarations !== undefined || revision.declarations !== undefined;
  const read = isPublished ? declarationsOf : sourceOf;
  return { base: await read(base, generateTypes), revision: await read(revision, generateTypes) };
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
