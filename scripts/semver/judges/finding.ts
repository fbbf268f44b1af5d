/** What one judge says about one place of the contract. */
import type { Place } from "../places.ts";

export const judges = ["redocly", "oasdiff", "types", "contract"] as const;
export type Judge = (typeof judges)[number];

export interface Finding {
  judge: Judge;
  /** The judge's name for it, as policy.md lists it: `property-removed`, `info endpoint-added`. */
  words: string;
  /** Where in the bundle, when the judge says so. */
  place?: Place;
  /** Without a place: the names in its sentence, to find it among the places of others ... */
  names?: string[];
  /** ... or else the operation that it is about. */
  operation?: Place;
  /** The keyword at that place that changed, such as `enum`, unless it was the whole object. */
  keyword?: string;
  /** What changed, as a sentence without a full stop. */
  sentence: string;
  /** The values before and after; absent where there was none. */
  old?: unknown;
  new?: unknown;
}
