/** Compares the types of two contracts: as they were published, or as they are generated. */
import ts from "typescript";
import type { Contracts, SideName } from "./judges/places.ts";
import { askTypes } from "./judges/types.ts";

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

/** What the judge of types finds, and whether the types differ at all. */
export async function compareTypes(
  { base, revision }: Record<SideName, Side>,
  contracts: Contracts,
  generateTypes: GenerateTypes,
) {
  const isPublished = base.declarations !== undefined || revision.declarations !== undefined;
  const read = isPublished ? declarationsOf : sourceOf;
  const old = await read(base, generateTypes);
  const new_ = await read(revision, generateTypes);
  return { findings: askTypes({ base: old, revision: new_ }, contracts), differ: old !== new_ };
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
