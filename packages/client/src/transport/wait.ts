import { TimeoutError } from "../errors.ts";
import { throwIfAborted } from "./abort.ts";
import { type Call, factsOf } from "./call.ts";
import { longestTimer } from "./environment.ts";
import type { Timeouts } from "./settings.ts";

/**
 * Time left until a call's deadline, in milliseconds. The deadline has no timer of its own: every
 * wait ends at it at the latest, which leaves one timer for a call that goes well.
 */
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
 * Waits for some work, but no longer than a limit in milliseconds (Infinity stands for the longest
 * timer there is) and the caller's signal allow. At the limit, `atLimit` gives the outcome, or
 * throws it. `abandon` is called when the work is given up. In any case, no timer and no listener is
 * left behind, and what the work does afterwards is ignored.
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
    work().finally(clear).then(resolve, reject);
  });
}

/** Waits for a time, unless the caller's signal ends the wait. */
export const sleep = (call: Call, milliseconds: number): Promise<void> =>
  waitFor(
    call,
    milliseconds,
    () => new Promise(() => {}),
    () => {},
  );
