/** Finds what changes in the types of two contracts: on the wire, and by the names that we export. */
import { type Contract, operationsOf } from "@partner-center/spec";
import ts from "typescript";
import { generatePlainTypes, generateTypes } from "../../packages/types/generate/generate.ts";
import type { Finding } from "./judges/finding.ts";
import { askTypes } from "./judges/types.ts";
import type { Contracts, SideName } from "./places.ts";

export interface Side {
  /** Where it came from, for messages: a path, or a package and version. */
  name: string;
  /** The bundled contract. */
  text: string;
  /** Its types as they were published; generated when absent. */
  declarations?: string;
}

export interface TypesQuestion {
  sides: Record<SideName, Side>;
  contracts: Contracts;
  /** Whether they are versions of our own contract, whose names our packages export. */
  isOurs: boolean;
}

export interface TypesReport {
  findings: Finding[];
  /** Whether the types differ at all. */
  differ: boolean;
  /** A sentence without a full stop for each comparison that can't be made. */
  notCompared: string[];
}

/** What both comparisons find. */
export function compareTypes({ sides, contracts, isOurs }: TypesQuestion): TypesReport {
  const wire = attempt("types", () => comparePlainTypes(sides, contracts));
  if (!isOurs) return wire;
  const exported = attempt("exported types", () => compareExports(sides, contracts));
  return {
    findings: [...wire.findings, ...exported.findings],
    differ: exported.differ,
    notCompared: [...wire.notCompared, ...exported.notCompared],
  };
}

function attempt(what: string, compare: () => Omit<TypesReport, "notCompared">): TypesReport {
  try {
    return { ...compare(), notCompared: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    const sentence = `${what} not compared: ${reason}`.replace(/\.$/, "");
    return { findings: [], differ: false, notCompared: [sentence] };
  }
}

/** By `paths` and `components` of the generator alone: any contract has those. */
function comparePlainTypes(sides: Record<SideName, Side>, contracts: Contracts) {
  const placed = { base: nameByPath(contracts.base), revision: nameByPath(contracts.revision) };
  const declare = (side: SideName) =>
    `export {};\n${named(sides[side], () => generatePlainTypes(placed[side], () => {}))}`;
  const sources = { base: declare("base"), revision: declare("revision") };
  const differ = sources.base !== sources.revision;
  return { findings: differ ? askTypes(sources, placed) : [], differ };
}

/** A copy whose operations are called by method and path: ids may be missing, twice there, or renamed. */
function nameByPath(contract: Contract): Contract {
  const copy = structuredClone(contract);
  for (const { operation, path, method } of operationsOf(copy)) {
    // The generator writes a slash for a number sign.
    operation.operationId = `${method} ${path}`.replaceAll("#", "/");
  }
  return copy;
}

/** By the declarations that our packages export, as they were published or as they are generated. */
function compareExports({ base, revision }: Record<SideName, Side>, contracts: Contracts) {
  const isPublished = base.declarations !== undefined || revision.declarations !== undefined;
  const read = isPublished ? declarationsOf : sourceOf;
  const sources = { base: read(base), revision: read(revision) };
  const differ = sources.base !== sources.revision;
  return { findings: differ ? askTypes(sources, contracts) : [], differ };
}

/** The declarations as they are published, without the compiler's pointer to its map. */
export function declarationsOf(side: Side): string {
  const published = side.declarations?.replace(/\n*\/\/# sourceMappingURL=.*\n?$/, "\n");
  if (published !== undefined) return published;
  return ts.transpileDeclaration(sourceOf(side), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, strict: true, isolatedDeclarations: true },
  }).outputText;
}

/** The generated types, without the version and hash of the contract. */
function sourceOf(side: Side): string {
  const source = named(side, () => generateTypes(side.text));
  return source.replace(/(export const spec\w+: string = ).*/g, '$1"";');
}

/** Says of which side it was that no types can be generated. */
function named({ name }: Side, generate: () => string): string {
  try {
    return generate();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : cause;
    throw new Error(`No types can be generated from ${name}: ${reason}`, { cause });
  }
}
