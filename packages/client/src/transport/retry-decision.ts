import type { ConnectionDetails, TimeoutDetails } from "../errors.ts";

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
