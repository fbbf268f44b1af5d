/** Tells what a document says without Redocly, which takes seconds and a lot of memory for megabytes. */
import type { JsonObject } from "./openapi.ts";
import { isObject, parsePointer, valueAt } from "./pointer.ts";

/** Redocly's order of a document. */
const topKeys = [
  ...["openapi", "info", "jsonSchemaDialect", "servers", "security", "tags", "externalDocs"],
  ...["paths", "webhooks", "x-webhooks", "components"],
];

/** A document that bundling would leave as it is, in the order in which it would write it. */
export function inOrder(document: object): JsonObject {
  const given: JsonObject = { ...document };
  const first = topKeys.filter((key) => key in given).map((key) => [key, given[key]]);
  return { ...Object.fromEntries(first), ...given };
}

/**
 * Whether bundling would leave a document as it is: each reference leads to something in it. Redocly
 * handles all others, and says where one leads nowhere.
 */
export function isOneDocument(document: unknown): document is JsonObject {
  const leadsInside = (reference: unknown) => {
    if (typeof reference !== "string" || !reference.startsWith("#/")) return false;
    const target = valueAt(document, parsePointer(reference));
    return isObject(target) && !("$ref" in target);
  };
  const holds = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.every(holds);
    if (!isObject(value)) return true;
    const { $ref, mapping, externalValue, "<<": merged, ...others } = value;
    return (
      externalValue === undefined &&
      merged === undefined &&
      ($ref === undefined || leadsInside($ref)) &&
      (!isObject(mapping) || Object.values(mapping).every(leadsInside)) &&
      holds(Object.values(others))
    );
  };
  return isObject(document) && isObject(document.components) && holds(document);
}

/** Whether JSON has each key of an object once: of several, `JSON.parse` keeps the last. */
export function hasUniqueKeys(text: string, parsed: unknown): boolean {
  let written = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon) written++;
  return written === countKeys(parsed);
}

function countKeys(value: unknown): number {
  if (!isObject(value) && !Array.isArray(value)) return 0;
  const parts = Object.values(value);
  const own = Array.isArray(value) ? 0 : parts.length;
  return parts.reduce<number>((sum, part) => sum + countKeys(part), own);
}
