/** Writes the parts of a schema as one schema. */
import {
  type Contract,
  isObject,
  type JsonObject,
  parsePointer,
  valueAt,
} from "@partner-center/spec";
import { copy, originOf, setOrigin } from "./origins.ts";
import { overwrite } from "./walk.ts";

/** Keywords that say nothing about values. */
const texts = new Set([
  "title",
  "description",
  "example",
  "examples",
  "deprecated",
  "externalDocs",
]);
/** Keywords that look at the other keywords beside them. */
const closing = ["additionalProperties", "unevaluatedProperties", "minProperties", "maxProperties"];

/** In place: a single part with nothing but texts beside it is the schema. */
export function unwrap(schema: JsonObject): void {
  const { allOf, ...own } = schema;
  const [only, ...others] = Array.isArray(allOf) ? allOf : [];
  if (!isObject(only) || others.length > 0 || !Object.keys(own).every((key) => texts.has(key)))
    return;
  delete schema.allOf;
  Object.assign(schema, only);
}

/** In place; false when the parts can't be written as one. */
export function flatten(contract: Contract, schema: JsonObject): boolean {
  const merged = mergeParts(contract, schema, new Set());
  if (!merged) return false;
  overwrite(schema, merged);
  return true;
}

function mergeParts(
  contract: Contract,
  schema: JsonObject,
  followed: Set<string>,
): JsonObject | undefined {
  const { allOf, $ref, ...own } = schema;
  if (typeof $ref === "string") {
    const target = valueAt(contract, parsePointer($ref));
    if (followed.has($ref) || !isObject(target)) return undefined;
    return mergeParts(contract, { ...target, ...own }, new Set([...followed, $ref]));
  }
  if (!Array.isArray(allOf)) return copy(own);
  const parts = [...allOf, own];
  const merged: JsonObject = {};
  for (const part of parts) {
    const whole = isObject(part) ? mergeParts(contract, part, followed) : undefined;
    if (!whole || closing.some((key) => key in whole) || !merge(merged, whole)) return undefined;
  }
  return merged;
}

function merge(merged: JsonObject, part: JsonObject): boolean {
  return Object.entries(part).every(([key, value]) => {
    const there = merged[key];
    if (there === undefined || texts.has(key) || key.startsWith("x-")) {
      merged[key] = value;
    } else if (key === "required" && Array.isArray(there) && Array.isArray(value)) {
      merged[key] = [...new Set([...there, ...value])];
    } else if (key === "properties" && isObject(there) && isObject(value)) {
      for (const [name, property] of Object.entries(value)) {
        there[name] = there[name] === undefined ? property : both(there[name], property);
      }
    } else {
      return JSON.stringify(there) === JSON.stringify(value);
    }
    return true;
  });
}

function both(one: unknown, other: unknown): unknown {
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  return setOrigin({ allOf: [one, other] }, isObject(one) ? originOf(one) : undefined);
}
