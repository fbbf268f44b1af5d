import type { ConnectionError, TimeoutError } from "../errors.ts";

/** When and how often requests are repeated; times in milliseconds. */
export interface RetryRules {
  readonly maxRetries: number;
  readonly minDelay: number;
  readonly maxDelay: number;
}

/** How a request ended: with a status, at a limit (`scope` of the error), or without a response. */
export type Outcome = number | TimeoutError["scope"] | ConnectionError["reason"];

/** Methods that change nothing, so that a second request does no harm. */
const repeatableMethods = new Set(["GET", "HEAD", "OPTIONS"]);
/** Outcomes that may be different the next time: outages and limits, but not a plain "no". */
const passingOutcomes = new Set<Outcome>([408, 429, 500, 502, 503, 504, "attempt", "network"]);

/** Whether a request is worth repeating. */
export function isWorthRepeating(method: string, outcome: Outcome): boolean {
  return repeatableMethods.has(method) && passingOutcomes.has(outcome);
}

/** The wait before retry 0, 1 and so on: random, between `minDelay` and a cap that doubles. */
export function chooseDelay(retry: number, rules: RetryRules, random: number): number {
  const { minDelay, maxDelay } = rules;
  return minDelay + random * (Math.min(maxDelay, minDelay * 2 ** (retry + 1)) - minDelay);
}

/**
 * How long a call waits that was asked to wait: somewhat longer, so that not all calls start together.
 * The addition is random: up to a tenth of the wait, or `minDelay` if that is more, but at most half of
 * the time that the call has left after the wait.
 */
export function spreadOut(wait: number, left: number, random: number, minDelay: number): number {
  return wait + random * Math.min(Math.max(wait / 10, minDelay), (left - wait) / 2);
}
