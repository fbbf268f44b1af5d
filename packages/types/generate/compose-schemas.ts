/** Rewrites composed schemas as the generator declares truly: what `allOf` and `anyOf` stand beside. */
import {
  type Contract,
  type Named,
  type Refuse,
  referenceName,
  resolve,
  type Schema,
  schemasOf,
} from "@partner-center/spec";
import { findProperty } from "./properties.ts";

/** Keywords that say nothing that TypeScript could. */
const shapeless = new Set(
  "title description required not minProperties maxProperties example examples default deprecated".split(
    " ",
  ),
);

/** Whether a schema only narrows an object that is declared beside it, as `{ required: [a] }` does. */
function isShapeless(schema: Schema): boolean {
  return Object.entries(schema).every(
    ([key, value]) =>
      shapeless.has(key) || key.startsWith("x-") || (key === "type" && value === "object"),
  );
}

/**
 * Rewrites one schema in place:
 *
 *   - properties that are required beside `allOf` become required properties of one more part
 *   - `anyOf` becomes `oneOf`, which the generator combines with what stands beside it
 *   - a part that says `type: object` and nothing more no longer allows every property
 *   - null in a list of types is `nullable`, since each type of the list would have all of the parts
 */
export function rewriteComposition(contract: Contract, schema: Schema): void {
  requireOfParts(contract, schema);
  dropShapeless(schema);
  if (schema.anyOf) {
    if (schema.oneOf) schema.allOf = [...(schema.allOf ?? []), { oneOf: schema.anyOf }];
    else schema.oneOf = schema.anyOf;
    delete schema.anyOf;
  }
  if (Array.isArray(schema.type) && (schema.allOf || schema.oneOf)) {
    if (schema.type.includes("null")) schema.nullable = true;
    const types = schema.type.filter((type) => type !== "null");
    if (types.length === 1 && types[0] !== undefined) schema.type = types[0];
    else delete schema.type;
  }
}

/** Drops parts that only narrow others, and alternatives when one of them narrows alone. */
function dropShapeless(schema: Schema): void {
  for (const keyword of ["oneOf", "anyOf"] as const) {
    if (schema[keyword]?.some(isShapeless) && (schema.properties || schema.allOf)) {
      delete schema[keyword];
    }
  }
  const shaped = schema.allOf?.filter((part) => !isShapeless(part)) ?? [];
  if (shaped.length > 0 || schema.properties || schema.oneOf || schema.anyOf) {
    if (schema.allOf) schema.allOf = shaped;
  }
}

/**
 * Gives what is required beside `allOf` to a part that has it: the schema's own properties become one,
 * inherited ones are required in another. The generator would require a name of each part.
 */
function requireOfParts(contract: Contract, schema: Schema): void {
  const { allOf, properties = {} } = schema;
  if (!allOf) return;
  // A part may require something of the others too.
  const required = [schema, ...allOf].flatMap((part) => part.required ?? []);
  const shaped = allOf.filter((part) => !isShapeless(part));
  const own = required.filter((name) => Object.hasOwn(properties, name));
  const inherited = required.flatMap((name) => {
    if (own.includes(name)) return [];
    const { schemas, isRequired } = findProperty(contract, { allOf: shaped }, name);
    return schemas[0] && !isRequired ? [[name, schemas[0]]] : [];
  });
  if (own.length > 0) {
    const { additionalProperties } = schema;
    const open = additionalProperties === undefined ? {} : { additionalProperties };
    allOf.unshift({ type: "object", properties, required: own, ...open });
    delete schema.properties;
    delete schema.additionalProperties;
  }
  if (inherited.length > 0) {
    const demanded: Named<Schema> = structuredClone(Object.fromEntries(inherited));
    allOf.push({ type: "object", properties: demanded, required: Object.keys(demanded) });
  }
  delete schema.required;
}

/**
 * Breaks circles of composition: `Pet` is one of `Cat` and `Dog`, each all of `Pet` and more. There a
 * part becomes a copy of what it refers to, without its alternatives: of those it is one. What can't be
 * broken so is refused.
 */
export function breakCircles(contract: Contract, refuse: Refuse): void {
  for (const [name, schema] of Object.entries(schemasOf(contract))) {
    for (const part of schema.allOf ?? []) {
      if (!part.$ref || !leadsTo(contract, part, name)) continue;
      const { oneOf, anyOf, ...rest } = resolve(contract, part);
      if (!oneOf && !anyOf) continue;
      delete part.$ref;
      Object.assign(part, structuredClone(rest));
    }
  }
  for (const [name, schema] of Object.entries(schemasOf(contract))) {
    for (const { reference, target } of referencesOf(schema)) {
      if (target !== name && !leadsTo(contract, reference, name)) continue;
      const place = ["components", "schemas", name];
      refuse(place, `it is composed of itself, by ${reference.$ref}`, "refer to it in a property");
      delete reference.$ref;
    }
  }
}

/** Whether a schema is composed of a component, however indirectly. */
function leadsTo(contract: Contract, schema: Schema, name: string): boolean {
  const seen = new Set<string>();
  const open = referencesOf(schema).map(({ target }) => target);
  for (const target of open) {
    if (target === name) return true;
    if (seen.has(target)) continue;
    seen.add(target);
    const found = schemasOf(contract)[target];
    if (found) open.push(...referencesOf(found).map((each) => each.target));
  }
  return false;
}

/** The components that a schema is composed of, without those of its properties. */
function referencesOf(schema: Schema): { reference: Schema; target: string }[] {
  const target = referenceName(schema);
  if (target !== undefined) return [{ reference: schema, target }];
  const { allOf = [], oneOf = [], anyOf = [] } = schema;
  return [...allOf, ...oneOf, ...anyOf].flatMap(referencesOf);
}
