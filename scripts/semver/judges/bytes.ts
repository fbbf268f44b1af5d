/** Finds where two contracts differ when no other judge finds anything: mostly their order. */
import { isObject, valueAt } from "@partner-center/spec";
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
  const isOrder = sorted(old) === sorted(new_);
  const hasSameKeys = !isOrder && sorted(keysOf(old)) === sorted(keysOf(new_));
  for (const key of hasSameKeys ? keysOf(old) : []) {
    const inside = firstDifference(valueAt(old, [key]), valueAt(new_, [key]), [...place, key]);
    if (inside) return inside;
  }
  const show = (value: unknown) => (isOrder && isObject(value) ? keysOf(value) : value);
  return { place, isOrder, old: show(old), new: show(new_) };
}

function keysOf(value: unknown): string[] {
  return Array.isArray(value) || isObject(value) ? Object.keys(value) : [];
}

/** The JSON of the parts of a value, in alphabetical order. */
function sorted(value: unknown): string {
  const parts = isObject(value) ? Object.entries(value) : Array.isArray(value) ? value : [value];
  return parts
    .map((part) => JSON.stringify(part))
    .sort()
    .join();
}
