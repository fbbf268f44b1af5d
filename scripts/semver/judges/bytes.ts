/** Finds where two contracts differ when no other judge finds anything: mostly their order. */
import { isObject } from "@partner-center/spec";
import type { Place } from "../contract.ts";

export interface Difference {
  place: Place;
  /** The same things are there, in another order. */
  isOrder: boolean;
  old: unknown;
  new: unknown;
}

/** The first difference between two values, or undefined when their JSON is the same. */
export function firstDifference(
  old: unknown,
  new_: unknown,
  place: Place = [],
): Difference | undefined {
  if (JSON.stringify(old) === JSON.stringify(new_)) return undefined;
  const [before, after] = [entriesOf(old), entriesOf(new_)];
  const keys = [...before.keys()];
  if (keys.length === 0 || before.size !== after.size || !keys.every((key) => after.has(key))) {
    return { place, isOrder: false, old, new: new_ };
  }
  const order = { place, isOrder: true, old: keys, new: [...after.keys()] };
  if (Array.isArray(old) && Array.isArray(new_) && sorted(old) === sorted(new_)) return order;
  const inside = keys.map((key) =>
    firstDifference(before.get(key), after.get(key), [...place, key]),
  );
  return inside.find((difference) => difference !== undefined) ?? order;
}

function entriesOf(value: unknown): Map<string, unknown> {
  return new Map(Array.isArray(value) || isObject(value) ? Object.entries(value) : []);
}

function sorted(list: unknown[]): string {
  return list
    .map((item) => JSON.stringify(item))
    .sort()
    .join();
}
