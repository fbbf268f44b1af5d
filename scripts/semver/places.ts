/** The contracts of a comparison, and places in them. */
import { type Contract, isObject, parsePointer, valueAt } from "@partner-center/spec";

export type SideName = "base" | "revision";
export type Contracts = Record<SideName, Contract>;

/** The parts of a JSON pointer. */
export type Place = string[];

/** A place, and what is there. */
export interface Spot {
  place: Place;
  value: unknown;
}

/** The place of the object itself, after following all references. */
export function resolvePlace(contract: Contract, place: Place): Place {
  return find(contract, place).place;
}

/** The place after following all references but one at the place itself. */
export function followReferences(contract: Contract, place: Place): Place {
  return [...resolvePlace(contract, place.slice(0, -1)), ...place.slice(-1)];
}

/** What is at a place, after following all references. */
export function find(contract: Contract, place: Place, followed: string[] = []): Spot {
  let at: Spot = { place: [], value: contract };
  for (const key of place) at = enter(contract, at, key, followed);
  return at;
}

/**
 * What an object or list has under a key, after following references. Nothing when these lead in a
 * circle.
 *
 * @param followed the references that led here
 */
export function enter(contract: Contract, at: Spot, key: string, followed: string[] = []): Spot {
  const place = [...at.place, key];
  const value = valueAt(at.value, [key]);
  const { $ref } = isObject(value) ? value : {};
  if (typeof $ref !== "string") return { place, value };
  if (followed.includes($ref)) return { place, value: undefined };
  return find(contract, parsePointer($ref), [...followed, $ref]);
}
