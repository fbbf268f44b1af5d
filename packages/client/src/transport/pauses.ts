import type { Environment } from "./environment.ts";

/** How long calls have to wait, because the service said so. */
export interface Pauses {
  /** Milliseconds to wait before the next request to this URL; 0 for none. */
  remaining(url: string): number;
  /** The service refused a request to this URL, and asked to wait. */
  add(url: string, milliseconds: number): void;
}

/**
 * The longest pause that is kept: 5 minutes. Limits are counted by the minute, and a wrong header
 * must not shut a customer out permanently.
 */
const longestPause = 300_000;

/**
 * Remembers who has to wait. Refused calls count against the limit too, so a call that is sent
 * during the pause makes things worse for the rest.
 *
 * The service counts some limits by partner tenant and some by partner and customer, and does not say
 * which one was hit. So calls for the refused customer pause; calls that name no customer count as
 * one more. When a second customer is refused during a pause, the limit may be the partner's, and all
 * calls pause until the latest end.
 * Source: https://learn.microsoft.com/partner-center/developer/api-throttling-guidance
 * @param ends When the pause of each customer ends; undefined stands for no customer
 */
export function createPauses(
  { now }: Environment,
  baseUrl: string,
  ends = new Map<string | undefined, number>(),
): Pauses {
  let endForAll = 0;

  const forgetEnded = () => {
    for (const [customer, end] of ends) {
      // Timers may fire a millisecond early.
      if (end - now() <= 1) ends.delete(customer);
    }
  };

  return {
    remaining(url) {
      forgetEnded();
      if (!ends.size) return 0;
      const left = Math.max(endForAll, ends.get(customerOf(url, baseUrl)) ?? 0) - now();
      return left > 1 ? left : 0;
    },
    add(url, milliseconds) {
      forgetEnded();
      const customer = customerOf(url, baseUrl);
      const end = now() + Math.min(milliseconds, longestPause);
      ends.set(customer, Math.max(end, ends.get(customer) ?? 0));
      if (ends.size > 1) endForAll = Math.max(...ends.values());
    },
  };
}

/**
 * The customer that a URL names in the path behind the API version: `{baseUrl}/v1/customers/{id}`.
 * Neither the base path nor a query names one. Ids are GUIDs, in any casing.
 */
function customerOf(url: string, baseUrl: string): string | undefined {
  if (!url.startsWith(baseUrl)) return undefined;
  const path = url.slice(baseUrl.length);
  return /^\/v[^/?#]+\/customers\/([^/?#]+)/i.exec(path)?.[1]?.toLowerCase();
}
