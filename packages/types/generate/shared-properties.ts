/** Finds properties of which no value can be true. */
import {
  type Contract,
  isObject,
  type Refuse,
  referenceName,
  resolve,
  type Schema,
} from "@partner-center/spec";
import { declaredAs } from "./open-enums.ts";
import type { PlacedSchema } from "./walk-schemas.ts";

/**
 * Refuses a schema of which two parts in `allOf` give a property types that exclude each other: no JSON
 * has both, and TypeScript's `never` would hide which property it is. A part's property that is refused
 * is dropped, in place.
 */
export function refuseContradictions(
  contract: Contract,
  { schema, place }: PlacedSchema,
  refuse: Refuse,
): void {
  if (!schema.allOf) return;
  const seen: { name: string; kinds: Set<string>; from: string }[] = [];
  for (const { properties, from } of [...objectsOf(contract, schema)]) {
    for (const [name, property] of Object.entries(properties)) {
      const kinds = kindsOf(contract, property);
      if (!kinds) continue;
      const other = seen.find((each) => each.name === name && !overlap(each.kinds, kinds));
      if (other) {
        const [first, second] = [other, { kinds, from }].map(
          (each) => `${[...each.kinds].join(" or ")} in ${each.from}`,
        );
        const problem = `its property "${name}" would be ${first} and ${second}`;
        refuse(place, problem, "give it types that have a value in common");
        if (from === "a part") delete properties[name];
      } else {
        seen.push({ name, kinds, from });
      }
    }
  }
}

/** The properties that a schema has of each of its parts. */
function* objectsOf(
  contract: Contract,
  schema: Schema,
  from = "a part",
  followed: readonly Schema[] = [],
): Generator<{ properties: { [name: string]: Schema }; from: string }> {
  if (!isObject(schema)) return;
  const found = resolve(contract, schema);
  if (followed.includes(found)) return;
  const owner = referenceName(schema) ?? from;
  for (const part of found.allOf ?? []) {
    yield* objectsOf(contract, part, owner, [...followed, found]);
  }
  if (found.properties) yield { properties: found.properties, from: owner };
}

/** The values that a schema has, or their types; undefined when that is not plain. */
function kindsOf(contract: Contract, schema: Schema): Set<string> | undefined {
  if (!isObject(schema)) return undefined;
  const found: Schema & { [declaredAs]?: unknown } = resolve(contract, schema);
  const values = found.const === undefined ? found.enum : [found.const];
  const nothing = found.nullable ? ["null"] : [];
  if (values && !found[declaredAs]) {
    return new Set([...values.map((value) => JSON.stringify(value)), ...nothing]);
  }
  if (found.allOf || found.oneOf || found.anyOf || found.type === undefined) return undefined;
  const types = [found.type].flat().map((type) => (type === "integer" ? "number" : type));
  return new Set([...types, ...nothing]);
}

function overlap(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const isIn = (kinds: ReadonlySet<string>, kind: string) =>
    kinds.has(kind) || kinds.has(typeOf(kind));
  return (
    [...first].some((kind) => isIn(second, kind)) || [...second].some((kind) => isIn(first, kind))
  );
}

/** The type of a value in JSON, or the type itself: `"a"` → `string`. */
function typeOf(kind: string): string {
  const [first = ""] = kind;
  if (first === '"') return "string";
  if (first === "{") return "object";
  if (first === "[") return "array";
  if (kind === "true" || kind === "false") return "boolean";
  return /[-\d]/.test(first) ? "number" : kind;
}
