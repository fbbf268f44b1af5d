/** How many retries a client may make, over all of its calls. */
export interface RetryBudget {
  /** A call has begun, which earns a tenth of a retry. */
  earn(): void;
  /** Takes one retry, when there is one. */
  spend(): boolean;
}

const largest = 10;
const earnedPerCall = 0.1;

/**
 * Keeps a client from adding load to a service that is down: there are 10 retries to begin with, each
 * call earns a tenth of one, and never more than 10 are saved up. In the long run at most one request
 * in ten is a retry, however many calls fail.
 */
export function createRetryBudget(): RetryBudget {
  let retries = largest;
  return {
    earn() {
      retries = Math.min(largest, retries + earnedPerCall);
    },
    spend() {
      if (retries < 1) return false;
      retries -= 1;
      return true;
    },
  };
}
