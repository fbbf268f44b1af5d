/**
 * Writes two contracts in one way where they say the same in several, so that judges see only what
 * differs. Each judge follows references, but none compares a list of parts with one schema, or
 * knows that in a webhook it is the service that sends.
 */
import type { JsonObject } from "@partner-center/spec";
import type { Contracts, Place, SideName } from "../places.ts";
import { flatten, unwrap } from "./all-of.ts";
import { alignChoices } from "./choices.ts";
import { normalizeKeywords } from "./keywords.ts";
import { copyContract, sourceOf } from "./origins.ts";
import { turnAround } from "./sent-by-service.ts";
import { overwrite, walk, walkBoth } from "./walk.ts";

export interface NormalForm {
  contracts: Contracts;
  /** The place in a contract that a place in its normal form comes from. */
  sourceOf(side: SideName, place: Place): Place;
}

export function normalize(given: Contracts): NormalForm {
  const contracts = { base: copyContract(given.base), revision: copyContract(given.revision) };
  const sides = [contracts.base, contracts.revision];
  for (const contract of sides) turnAround(contract);
  for (const contract of sides) walk(contract, normalizeKeywords);
  walkBoth(contracts.base, contracts.revision, (base, revision) => {
    alignParts(contracts, base, revision);
    alignChoices(base, revision);
  });
  return { contracts, sourceOf: (side, place) => sourceOf(contracts[side], place) };
}

/** Parts are written as one where the other side has them as one. */
function alignParts(contracts: Contracts, base: JsonObject, revision: JsonObject): void {
  unwrap(base);
  unwrap(revision);
  const isRewritten = "allOf" in base !== "allOf" in revision;
  // Parts beside properties were added to these.
  const hasBoth = [base, revision].some((one) => "allOf" in one && "properties" in one);
  if (!isRewritten || hasBoth) return;
  const before = { ...base };
  if (flatten(contracts.base, base) && flatten(contracts.revision, revision)) return;
  overwrite(base, before);
}
