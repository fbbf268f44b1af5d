/** Finds where two contracts differ when no judge finds anything: mostly their order. */
import { formatPointer, isObject, valueAt } from "@partner-center/spec";
import type { Change } from "./changes.ts";
import type { Contracts, Place } from "./places.ts";
import { ruleById } from "./policy.ts";

/** The first difference, because files with other bytes are a release, too. */
export function compareBytes({ base, revision }: Contracts, typesDiffer: boolean): Change[] {
  const change = firstDifference(base, revision);
  if (change) return [change];
  return typesDiffer ? [toChange([], "the generator writes the types in another way")] : [];
}

/** Undefined when both have the same JSON. */
function firstDifference(old: unknown, new_: unknown, place: Place = []): Change | undefined {
  if (JSON.stringify(old) === JSON.stringify(new_)) return undefined;
  const isOrder = sorted(old) === sorted(new_);
  const hasSameKeys = !isOrder && sorted(keysOf(old)) === sorted(keysOf(new_));
  for (const key of hasSameKeys ? keysOf(old) : []) {
    const inside = firstDifference(valueAt(old, [key]), valueAt(new_, [key]), [...place, key]);
    if (inside) return inside;
  }
  const show = (value: unknown) => (isOrder && isObject(value) ? keysOf(value) : value);
  const what = `\`${place.at(-1) ?? "the contract"}\` ${isOrder ? "is in another order" : "changed"}`;
  return { ...toChange(place, what), old: show(old), new: show(new_) };
}

function toChange(place: Place, what: string): Change {
  const { id: rule, bump } = ruleById("bytes-changed");
  const pointer = formatPointer(place);
  return {
    rule,
    bump,
    pointer,
    place: pointer,
    what,
    affects: "none",
    judges: [],
  };
}

function keysOf(value: unknown): string[] {
  return Array.isArray(value) || isObject(value) ? Object.keys(value) : [];
}

/** The JSON of the parts of a value, in alphabetical order. */
function sorted(value: unknown): string {
  const parts = isObject(value) ? Object.entries(value) : Array.isArray(value) ? value : [value];
  const texts = parts.map((part) => JSON.stringify(part));
  return texts.sort().join();
}
