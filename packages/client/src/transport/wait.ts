import { TimeoutError } from "../errors.ts";
import { throwIfAborted } from "./abort.ts";
import { type Call, factsOf } from "./call.ts";
import { longestTimer } from "./environment.ts";
import type { Timeouts } from "./settings.ts";

/** Milliseconds until a call's deadline. Every wait ends at it, so it needs no timer of its own. */
export const remainingOf = ({ settings, startedAt, timeout }: Call): number =>
  Math.max(0, startedAt + timeout.total - settings.environment.now());

/** Throws the error for a limit that was hit, in milliseconds. */
export function throwTimeout(
  call: Call,
  scope: keyof Timeouts,
  timeoutMs: number = call.timeout[scope],
): never {
  const details = { ...factsOf(call), scope, timeoutMs };
  throw new TimeoutError(`${scope} timeout of ${timeoutMs} ms`, details);
}

/**
 * Waits for some work, within a limit in milliseconds (at most the longest timer) and the caller's signal.
 * At the limit, `atLimit` gives the outcome, or throws it. `abandon` is called when the work is given up.
 * No timer and no listener is left behind, and what the work does afterwards is ignored.
 */
export function waitFor<T>(
  call: Call,
  milliseconds: number,
  work: () => Promise<T>,
  atLimit: () => T,
  abandon?: () => void,
): Promise<T> {
  const { signal, settings } = call;
  return new Promise((resolve, reject) => {
    throwIfAborted(call);
    const clear = () => {
      cancelTimer();
      signal?.removeEventListener("abort", onAbort);
    };
    const stop = (outcome: () => T) => {
      clear();
      abandon?.();
      resolve(new Promise((end) => end(outcome())));
    };
    // Throws, as it is aborted.
    const onAbort = () => stop(() => throwIfAborted(call) as never);
    const limit = Math.min(milliseconds, longestTimer);
    const cancelTimer = settings.environment.after(limit, () => stop(atLimit));
    signal?.addEventListener("abort", onAbort);
    // `finally` would make more promises for each request.
    const finish = (settle: () => void) => {
      clear();
      settle();
    };
    work()
      .then(
        (value) => finish(() => resolve(value)),
        (error) => finish(() => reject(error)),
      )
      .catch(reject);
  });
}

/** Waits for a time, unless the caller's signal ends the wait. */
export function sleep(call: Call, milliseconds: number): Promise<void> {
  const never = () => new Promise<void>(() => {});
  return waitFor(call, milliseconds, never, () => {});
}
