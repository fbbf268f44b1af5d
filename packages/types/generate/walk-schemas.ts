/** Ways to every schema of a contract, wherever it stands. */
import { isObject, type JsonObject, type Schema } from "@partner-center/spec";

export interface PlacedSchema {
  schema: Schema & JsonObject;
  /** Parts of its JSON pointer. */
  place: readonly string[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Objects whose keys are names that the contract's author chose, so that any name is possible. */
const maps = words(
  "paths webhooks responses parameters requestBodies headers securitySchemes links callbacks " +
    "pathItems content encoding variables schemas",
);

/** Keywords that hold data, in which nothing is a schema or a reference. */
export const dataKeywords = words("example examples default enum const mapping security");

/** Whether what a keyword holds has keys that are names. */
export const holdsNames = (keyword: string): boolean =>
  maps.has(keyword) || schemaMaps.has(keyword);

/** Keywords that hold schemas by name, in a list, or one schema. */
export const schemaMaps = words("properties patternProperties $defs definitions dependentSchemas");
export const schemaLists = words("allOf oneOf anyOf prefixItems");
export const innerSchemas = words(
  "items additionalProperties not contains propertyNames if then else unevaluatedItems " +
    "unevaluatedProperties",
);

/**
 * Every schema, each before those in it, so that a change of what it holds is walked too. With `true`
 * in place of a schema there is nothing to see.
 */
export function* schemasIn(
  node: unknown,
  place: readonly string[] = [],
  isMap = false,
): Generator<PlacedSchema> {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* schemasIn(item, [...place, String(index)]);
  }
  if (!isObject(node)) return;
  for (const [key, value] of Object.entries(node)) {
    const inside = [...place, key];
    if (!isMap && (dataKeywords.has(key) || key.startsWith("x-"))) continue;
    if (isComponent(inside) || (!isMap && key === "schema")) yield* withInner(value, inside);
    else yield* schemasIn(value, inside, !isMap && maps.has(key));
  }
}

/** Whether a place is that of a named schema. */
export function isComponent(place: readonly string[]): boolean {
  return place.length === 3 && place[0] === "components" && place[1] === "schemas";
}

/** A schema, and those in it. */
function* withInner(schema: unknown, place: readonly string[]): Generator<PlacedSchema> {
  if (!isSchema(schema)) return;
  yield { schema, place };
  for (const [key, value] of Object.entries<unknown>({ ...schema })) {
    const inside = [...place, key];
    if (innerSchemas.has(key)) yield* withInner(value, inside);
    const inner = schemaMaps.has(key) || schemaLists.has(key) ? value : undefined;
    if (typeof inner !== "object" || inner === null) continue;
    for (const [name, each] of Object.entries(inner)) yield* withInner(each, [...inside, name]);
  }
}

/** What stands at the place of a schema is one, in a contract that lint accepts. */
function isSchema(value: unknown): value is Schema & JsonObject {
  return isObject(value);
}
