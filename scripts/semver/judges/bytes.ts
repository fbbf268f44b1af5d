/** Finds where two contracts differ in a way that no other judge tells of: their order, mostly. */
import { isObject } from "@partner-center/spec";

export interface Difference {
  /** The parts of the JSON pointer to the first difference. */
  place: string[];
  /** The same things are there, in another order. */
  isOrder: boolean;
  old: unknown;
  new: unknown;
}

/** The first difference between two values, or undefined when they are written alike. */
export function firstDifference(
  old: unknown,
  new_: unknown,
  place: string[] = [],
): Difference | undefined {
  if (JSON.stringify(old) === JSON.stringify(new_)) return undefined;
  const [before, after] = [entriesOf(old), entriesOf(new_)];
  if (!before || !after || before.size !== after.size)
    return { place, isOrder: false, old, new: new_ };
  for (const [key, value] of before) {
    if (!after.has(key)) return { place, isOrder: false, old, new: new_ };
    const inside = firstDifference(value, after.get(key), [...place, key]);
    if (inside && !(Array.isArray(old) && isReordered(old, new_))) return inside;
  }
  return { place, isOrder: true, old: [...before.keys()], new: [...after.keys()] };
}

function entriesOf(value: unknown): Map<string, unknown> | undefined {
  if (!Array.isArray(value) && !isObject(value)) return undefined;
  return new Map(Object.entries(value));
}

function isReordered(old: unknown[], new_: unknown): boolean {
  const sorted = (list: unknown[]) =>
    list
      .map((item) => JSON.stringify(item))
      .sort()
      .join();
  return Array.isArray(new_) && sorted(old) === sorted(new_);
}
