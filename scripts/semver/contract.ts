/** The two contracts of a comparison, and places in them. */
import { type Contract, parsePointer, valueAt } from "@partner-center/spec";

/** One side of a comparison. */
export interface Side {
  /** Where it came from, for messages: a path, or a package and version. */
  name: string;
  /** The bundled contract. */
  text: string;
  /** Its types as they were published; generated when absent. */
  declarations?: string;
}

export interface Contracts {
  base: Contract;
  revision: Contract;
}

/** The parts of a JSON pointer. */
export type Place = string[];

/** The place with each reference on the way followed, and with the last one as it is. */
export function followReferences(contract: Contract, place: Place): Place {
  return place.reduce<Place>((at, part) => {
    const target = referenceAt(contract, at);
    return [...(target ? resolvePlace(contract, target) : at), part];
  }, []);
}

/** The place of the object itself, where there may be a reference to it. */
export function resolvePlace(contract: Contract, place: Place): Place {
  const at = followReferences(contract, place);
  const target = referenceAt(contract, at);
  return target ? resolvePlace(contract, target) : at;
}

function referenceAt(contract: Contract, place: Place): Place | undefined {
  const pointer = valueAt(contract, [...place, "$ref"]);
  return typeof pointer === "string" ? parsePointer(pointer) : undefined;
}
