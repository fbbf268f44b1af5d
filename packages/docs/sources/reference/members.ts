/** The properties of an object: its own, and those that it has from the definitions it consists of. */
import { type Contract, type Schema, schemaNameOf, schemasOf } from "@partner-center/spec";
import { inPlace, partsOf } from "./schema-parts.ts";

export interface Member {
  name: string;
  schema: Schema;
  required: boolean;
}

/** Those that a schema itself names, in parts of its `allOf` too, as long as they are not definitions. */
export function ownMembers(
  contract: Contract,
  schema: Schema,
  required: readonly string[] = [],
  above: readonly Schema[] = [],
): Member[] {
  const found = inPlace(contract, schema);
  if (above.includes(found)) return [];
  const outer = [...required, ...(found.required ?? [])];
  const own = partsOf(found, required).flatMap(({ step, schema, required }) =>
    required === undefined ? [] : [{ name: step.join("."), schema, required }],
  );
  const parts = (found.allOf ?? []).filter((part) => !schemaNameOf(part));
  return [...own, ...parts.flatMap((part) => ownMembers(contract, part, outer, [...above, found]))];
}

/** The members that come from one definition. */
export interface Inherited {
  from: string;
  members: Member[];
}

/** What a schema has from the definitions in its `allOf`, and they from theirs; each of them once. */
export function inherited(contract: Contract, schema: Schema): Inherited[] {
  const found: Inherited[] = [];
  const met = new Set<string>();
  const visit = (each: Schema, required: readonly string[]) => {
    const outer = [...required, ...(each.required ?? [])];
    for (const part of inPlace(contract, each).allOf ?? []) {
      const from = schemaNameOf(part);
      const base = from === undefined ? part : schemasOf(contract)[from];
      if (!base || (from !== undefined && met.has(from))) continue;
      if (from !== undefined) {
        met.add(from);
        const members = ownMembers(contract, base, outer);
        if (members.length > 0) found.push({ from, members });
      }
      visit(base, outer);
    }
  };
  visit(schema, []);
  return found;
}
