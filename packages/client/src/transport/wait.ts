import { throwIfAborted } from "./abort.ts";
import type { Call } from "./call.ts";
import { longestTimer } from "./environment.ts";

/**
 * Waits for some work, but no longer than a limit in milliseconds (Infinity stands for the longest
 * timer there is) and the caller's signal allow. At the limit, `atLimit` gives the outcome, or
 * throws it. `abandon` is called when the work is given up. Whoever wins, no timer and no listener
 * is left behind, and what the work does afterwards is swallowed.
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
    const cancelTimer = settings.environment.after(Math.min(milliseconds, longestTimer), () =>
      stop(atLimit),
    );
    signal?.addEventListener("abort", onAbort);
    work().then(
      (value) => {
        clear();
        resolve(value);
      },
      (error) => {
        clear();
        reject(error);
      },
    );
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
