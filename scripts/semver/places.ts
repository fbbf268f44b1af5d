/** The contracts of a comparison, and places in them. */
import { type Contract, parsePointer, valueAt } from "@partner-center/spec";

export type SideName = "base" | "revision";
export type Contracts = Record<SideName, Contract>;

/** The parts of a JSON pointer. */
export type Place = string[];

/** The place of the object itself, after following all references. */
export function resolvePlace(contract: Contract, place: Place): Place {
  if (place.length === 0) return place;
  const at = followReferences(contract, place);
  const pointer = valueAt(contract, [...at, "$ref"]);
  return typeof pointer === "string" ? resolvePlace(contract, parsePointer(pointer)) : at;
}

/** The place after following all references but one at the place itself. */
export function followReferences(contract: Contract, place: Place): Place {
  return [...resolvePlace(contract, place.slice(0, -1)), ...place.slice(-1)];
}
