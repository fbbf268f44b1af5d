/** A part of a contract, with its place, after following references. */
import { type Contract, isObject, type JsonObject } from "@partner-center/spec";
import { enter, find, type Place, type Spot } from "../../places.ts";

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
  return toPart(contract, find(contract, place));
}

export function inside(part: Part, ...keys: string[]): Part | undefined {
  let at: Spot = part;
  for (const key of keys) at = enter(part.contract, at, key);
  return toPart(part.contract, at);
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

function toPart(contract: Contract, { place, value }: Spot): Part | undefined {
  return isObject(value) ? { contract, place, value } : undefined;
}
