import type { ConnectionDetails, TimeoutDetails } from "../error-details.ts";

/** When and how often requests are repeated; times in milliseconds. */
export interface RetryRules {
  readonly maxRetries: number;
  readonly minDelay: number;
  readonly maxDelay: number;
}

/** How a request ended: with a status, at a limit (`scope` of the error), or without an answer. */
export type Outcome = number | TimeoutDetails["scope"] | ConnectionDetails["reason"];

/** Whether a request is worth repeating: an outage may pass, a plain "no" will not. */
export function isWorthRepeating(method: string, outcome: Outcome): boolean {
  return (
    /^(GET|HEAD|OPTIONS)$/.test(method) && /^(attempt|network|408|429|50[0234])$/.test(`${outcome}`)
  );
}

/**
 * The wait before a retry, the first of which is 0: drawn with full jitter between `minDelay` and a
 * cap that doubles. `chance` is from 0 up to, but not including, 1.
 */
export function drawDelay(
  retry: number,
  { minDelay, maxDelay }: RetryRules,
  chance: number,
): number {
  return minDelay + chance * (Math.min(maxDelay, minDelay * 2 ** (retry + 1)) - minDelay);
}

/**
 * How long a call waits that was told to wait: somewhat longer, so that calls that waited together do
 * not start together. The start is drawn from a tenth of the wait, or from `minDelay` if that is more,
 * but never from more than half of the time that the call has left after the wait.
 */
export function spreadOut(
  wait: number,
  remaining: number,
  chance: number,
  minDelay: number,
): number {
  return wait + chance * Math.min(Math.max(wait / 10, minDelay), (remaining - wait) / 2);
}
