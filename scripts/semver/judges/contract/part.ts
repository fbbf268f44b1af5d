/** A part of a contract, with its place, after following references. */
import {
  type Contract,
  isObject,
  type JsonObject,
  parsePointer,
  valueAt,
} from "@partner-center/spec";
import type { Place } from "../places.ts";

export interface Part {
  contract: Contract;
  place: Place;
  value: JsonObject;
}

/** The same part of both contracts. */
export interface Pair {
  old: Part;
  new: Part;
}

/** Undefined when there is no object. */
export function partAt(contract: Contract, place: Place): Part | undefined {
  return follow({ contract, place }, valueAt(contract, place));
}

export function inside(part: Part, ...keys: string[]): Part | undefined {
  const { contract, place, value } = part;
  const at = { contract, place: [...place, ...keys] };
  const first = valueAt(value, keys.slice(0, 1));
  if (keys.length === 1) return follow(at, first);
  const next = follow({ contract, place: [...place, ...keys.slice(0, 1)] }, first);
  return next && inside(next, ...keys.slice(1));
}

/** A part within both, if both have it. */
export function pairInside(pair: Pair, ...keys: string[]): Pair | undefined {
  const [old, new_] = [inside(pair.old, ...keys), inside(pair.new, ...keys)];
  return old && new_ && { old, new: new_ };
}

/** The objects in both under the same key of an object, or at the same index of a list. */
export function pairsInside(pair: Pair, keyword: string): (Pair & { key: string })[] {
  const keys = Object.keys(Object(pair.old.value[keyword]));
  return keys.flatMap((key) => {
    const within = pairInside(pair, keyword, key);
    return within ? { key, ...within } : [];
  });
}

/**
 * The schemas in both lists: a reference by where it leads, as the order of a list means nothing, and
 * others by their index.
 */
export function itemsInside(pair: Pair, keyword: string): Pair[] {
  const [before, after] = [itemsOf(pair.old, keyword), itemsOf(pair.new, keyword)];
  return [...before].flatMap(([id, old]) => {
    const new_ = after.get(id);
    return new_ ? [{ old, new: new_ }] : [];
  });
}

function itemsOf(owner: Part, keyword: string): Map<string, Part> {
  const list = Object.values(Object(owner.value[keyword]));
  const entries = list.flatMap((item, index): [id: string, part: Part][] => {
    const part = inside(owner, keyword, `${index}`);
    const { $ref } = isObject(item) ? item : {};
    return part ? [[String($ref ?? index), part]] : [];
  });
  return new Map(entries);
}

function follow(
  { contract, place }: Omit<Part, "value">,
  value: unknown,
  followed = new Set<string>(),
): Part | undefined {
  if (!isObject(value)) return undefined;
  const { $ref } = value;
  if (typeof $ref !== "string") return { contract, place, value };
  if (followed.has($ref)) return undefined;
  const target = parsePointer($ref);
  return follow({ contract, place: target }, valueAt(contract, target), followed.add($ref));
}
