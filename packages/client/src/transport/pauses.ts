import type { Environment } from "./environment.ts";

/** 5 minutes: limits are counted by the minute, and a wrong header must not shut a customer out. */
const longestPause = 300_000;

/**
 * Remembers who has to wait: refused calls count against the limit, and make things worse for the rest.
 *
 * The service counts some limits by partner and some by partner and customer, and does not say which one
 * was hit. So calls for the refused customer pause (calls without a customer count as one more). When a
 * second customer is refused during a pause, the limit may be the partner's: all pause to the latest end.
 * Source: https://learn.microsoft.com/partner-center/developer/api-throttling-guidance
 * @param ends When the pause of each customer ends; undefined stands for no customer
 */
export function createPauses(
  { now }: Environment,
  baseUrl: string,
  ends = new Map<string | undefined, number>(),
) {
  let endForAll = 0;

  const forgetEnded = () => {
    for (const [customer, end] of ends) {
      // Timers may fire a millisecond early.
      if (end - now() <= 1) ends.delete(customer);
    }
  };

  return {
    /** Milliseconds to wait before the next request to this URL; 0 for none. */
    remaining(url: string): number {
      forgetEnded();
      if (!ends.size) return 0;
      const left = Math.max(endForAll, ends.get(customerOf(url, baseUrl)) ?? 0) - now();
      return left > 1 ? left : 0;
    },
    /** The service refused a request to this URL, and asked to wait. */
    add(url: string, milliseconds: number): void {
      forgetEnded();
      const customer = customerOf(url, baseUrl);
      const end = now() + Math.min(milliseconds, longestPause);
      ends.set(customer, Math.max(end, ends.get(customer) ?? 0));
      if (ends.size > 1) endForAll = Math.max(...ends.values());
    },
  };
}

/** The id in `{baseUrl}/v1/customers/{id}`, in any casing; base path and query name no customer. */
function customerOf(url: string, baseUrl: string): string | undefined {
  if (!url.startsWith(baseUrl)) return undefined;
  const path = url.slice(baseUrl.length);
  return /^\/v[^/?#]+\/customers\/([^/?#]+)/i.exec(path)?.[1]?.toLowerCase();
}
