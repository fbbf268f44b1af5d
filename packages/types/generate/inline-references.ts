/** Puts copies in place of references that have no counterpart in TypeScript. */
import {
  type Contract,
  isObject,
  type JsonObject,
  parsePointer,
  type Refuse,
  valueAt,
} from "@partner-center/spec";
import { dataKeywords, holdsNames } from "./walk-schemas.ts";

/**
 * Replaces each reference that leads elsewhere than to a component, such as into a property or a path,
 * by what stands there: the generator would look that place up in its own types, which are shaped
 * otherwise. In place.
 */
export function inlineReferences(contract: Contract, refuse: Refuse): void {
  inline(contract, []);

  function inline(
    node: unknown,
    place: readonly string[],
    followed: readonly string[] = [],
    isMap = false,
  ): void {
    if (Array.isArray(node)) {
      for (const [index, item] of node.entries()) inline(item, [...place, String(index)], followed);
    }
    if (!isObject(node)) return;
    const passed = isMap ? followed : replace(node, place, followed);
    for (const [key, value] of Object.entries(node)) {
      if (!isMap && dataKeywords.has(key)) continue;
      inline(value, [...place, key], passed, !isMap && holdsNames(key));
    }
  }

  /** Replaces one reference, and gives those that led here. */
  function replace(node: JsonObject, place: readonly string[], followed: readonly string[]) {
    const { $ref, ...siblings } = node;
    if (typeof $ref !== "string") return followed;
    const parts = parsePointer($ref);
    const target = $ref.startsWith("#") ? valueAt(contract, parts) : undefined;
    if (isObject(target) && parts.length === 3 && parts[0] === "components") return followed;
    // Copied while the reference is there, since it may stand in what it leads to.
    const copy = structuredClone(target);
    delete node.$ref;
    if (!isObject(copy)) {
      const wayOut = $ref.startsWith("#") ? "correct it" : "give a bundle";
      refuse(place, `the reference ${$ref} leads nowhere in the contract`, wayOut);
    } else if (followed.includes($ref)) {
      refuse(place, `the reference ${$ref} leads into what it is in`, "make that a component");
    } else {
      Object.assign(node, copy, siblings);
      return replace(node, place, [...followed, $ref]);
    }
    return followed;
  }
}
