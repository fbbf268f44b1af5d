/** Goes through two contracts side by side, past what is not a part of the description. */
import { isObject, type JsonObject } from "@partner-center/spec";
import { dataKeywords, holdsNames } from "../../../packages/types/generate/walk-schemas.ts";

/** Visits each object that both have in one place, outer ones first; the visit may change it. */
export function walkBoth(
  base: unknown,
  revision: unknown,
  visit: (base: JsonObject, revision: JsonObject) => void,
  isMap = false,
): void {
  if (Array.isArray(base) && Array.isArray(revision)) {
    for (const [index, one] of base.entries()) walkBoth(one, revision[index], visit);
  }
  if (!isObject(base) || !isObject(revision)) return;
  if (!isMap) visit(base, revision);
  for (const [key, one] of Object.entries(base)) {
    const isData = !isMap && (dataKeywords.has(key) || key.startsWith("x-"));
    if (!isData) walkBoth(one, revision[key], visit, !isMap && holdsNames(key));
  }
}

/** Makes an object, which others refer to, one with the properties of another. */
export function overwrite(object: JsonObject, properties: JsonObject): void {
  for (const key of Object.keys(object)) delete object[key];
  Object.assign(object, properties);
}

/** Visits each object that describes something. */
export function walk(contract: unknown, visit: (object: JsonObject) => void): void {
  walkBoth(contract, contract, visit);
}
