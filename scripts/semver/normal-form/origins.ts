/** Remembers where in a contract the objects of its normal form come from. */
import { isObject } from "@partner-center/spec";
import type { Place } from "../places.ts";

const origins = new WeakMap<object, Place>();

/** Says that an object stands for what is at a place of the contract. */
export function setOrigin<Thing extends object>(thing: Thing, place: Place | undefined): Thing {
  if (place) origins.set(thing, place);
  return thing;
}

export function originOf(thing: object): Place | undefined {
  return origins.get(thing);
}

/** A copy of a contract whose objects know their places. */
export function copyContract<Thing>(contract: Thing): Thing {
  return copyAt(contract, []);
}

function copyAt<Thing>(value: Thing, place: Place): Thing {
  return copyParts(value, (part, key) => copyAt(part, [...place, key]), place);
}

/** A copy whose objects come from where those of the value come from. */
export function copy<Thing>(value: Thing): Thing {
  return copyParts(value, copy, isObject(value) ? originOf(value) : undefined);
}

function copyParts<Thing>(
  value: Thing,
  copyPart: (part: unknown, key: string) => unknown,
  origin: Place | undefined,
): Thing {
  if (!isObject(value) && !Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, copyPart(part, key)] as const);
  const copied = Array.isArray(value)
    ? entries.map(([, part]) => part)
    : Object.fromEntries(entries);
  // It has the properties of the value.
  return setOrigin(copied, origin) as Thing;
}

/** The place in the contract that a place in its normal form comes from. */
export function sourceOf(contract: object, place: Place): Place {
  let source: Place = [];
  let node: unknown = contract;
  for (const key of place) {
    node = isObject(node) || Array.isArray(node) ? Reflect.get(node, key) : undefined;
    const origin = typeof node === "object" && node !== null ? originOf(node) : undefined;
    source = origin ?? [...source, key];
  }
  return source;
}
