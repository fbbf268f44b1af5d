import type { Environment } from "./environment.ts";

/** How many retries a client starts with, and may save up. */
export const largestBudget = 100;
/** Counted in thousandths of a retry, which are whole numbers: sums of 0.2 would never reach 1. */
const cost = 1_000;
const earnedByFirstSuccess = 200;
/** A service that takes 500 requests a minute can stand 60 retries among them. */
const earnedPerMillisecond = 1;

/**
 * Counts the retries that a client may make, over all of its calls. Keeps it from adding load to a
 * service that is down, yet lets a burst of calls that each fail once through. Size and refill by
 * successes are those of AWS's SDKs.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export function createRetryBudget({ now }: Environment) {
  let balance = largestBudget * cost;
  let filledAt = now();
  const add = (more: number) => {
    balance = Math.min(largestBudget * cost, balance + more);
  };
  return {
    /** A call has succeeded after a number of retries, and gives back a part of what it cost. */
    earn: (retries: number) => add(retries ? cost : earnedByFirstSuccess),
    /** Takes one retry, when there is one. */
    spend(): boolean {
      const time = now();
      add((time - filledAt) * earnedPerMillisecond);
      filledAt = time;
      if (balance < cost) return false;
      balance -= cost;
      return true;
    },
  };
}
