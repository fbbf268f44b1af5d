/** JSON pointers, and what they lead to in a document. */
import type { JsonObject } from "./openapi.ts";

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The parts of a JSON pointer, or of a URI fragment: `#/paths/~1x` → `paths`, `/x`. */
export function parsePointer(pointer: string): string[] {
  const decode = pointer.startsWith("#") ? decodeURIComponent : String;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => decode(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function formatPointer(parts: readonly string[]): string {
  return parts.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The value at a pointer's parts, or undefined. */
export function valueAt(document: unknown, parts: readonly string[]): unknown {
  return parts.reduce<unknown>((node, part) => {
    if (Array.isArray(node)) return node[Number(part)];
    return isObject(node) && Object.hasOwn(node, part) ? node[part] : undefined;
  }, document);
}
