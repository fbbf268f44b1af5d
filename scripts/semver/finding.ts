/** What one judge has to say about one place of the contract. */
import type { Judge } from "./policy.ts";

export interface Finding {
  judge: Judge;
  /** The judge's own words, as the policy lists them: `property-removed`, `info endpoint-added`. */
  words: string;
  /** The parts of the JSON pointer to what changed, in the bundle, when the judge tells. */
  place?: string[];
  /** Without a place: the names in its sentence, to find it among the places of the others ... */
  names?: string[];
  /** ... and else the parts of the pointer to the operation that it is about. */
  operation?: string[];
  /** The keyword at that place that changed, such as `enum`, when it was not the whole object. */
  keyword?: string;
  /** What changed, as a sentence without a full stop. */
  sentence: string;
  /** What stood there and stands there now; absent where there was nothing. */
  old?: unknown;
  new?: unknown;
}
