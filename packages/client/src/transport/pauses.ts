import type { Environment } from "./environment.ts";

/** For how long calls for a customer have to wait, because the service said so. */
export interface Pauses {
  /** Milliseconds to wait before the next request to this URL; 0 for none. */
  remaining(url: string): number;
  /** The service asked to wait. */
  add(url: string, milliseconds: number): void;
}

/**
 * The longest pause that is kept: 5 minutes. Limits are counted by the minute, and a wrong header
 * must not shut a customer out for good.
 */
const longestPause = 300_000;

/** Limits may be counted for each customer; ids of customers are GUIDs, in any casing. */
const customerOf = (url: string): string | undefined =>
  /\/customers\/([^/?#]+)/.exec(url.toLowerCase())?.[1];

/**
 * Remembers who has to wait. Refused calls count against the limit too, so a call that is sent
 * during the pause makes things worse for the rest.
 * Source: https://learn.microsoft.com/partner-center/developer/api-throttling-guidance
 */
export function createPauses({ now }: Environment): Pauses {
  const ends = new Map<string | undefined, number>();
  return {
    remaining(url) {
      if (!ends.size) return 0;
      const left = (ends.get(customerOf(url)) ?? 0) - now();
      // Timers may fire a millisecond early.
      if (left > 1) return left;
      ends.delete(customerOf(url));
      return 0;
    },
    add(url, milliseconds) {
      ends.set(customerOf(url), now() + Math.min(milliseconds, longestPause));
    },
  };
}
