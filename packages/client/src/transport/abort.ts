import type { AbortSignalLike } from "../options.ts";

/**
 * The caller's signal ended the call. Thrown in place of the signal's reason until the call is over: the
 * reason may be anything, and no layer may take an error of this package for the outcome of a request.
 */
export class Aborted {
  readonly signal: AbortSignalLike;

  constructor(signal: AbortSignalLike) {
    this.signal = signal;
  }
}

/** Throws {@link Aborted} when the caller has given up. Polyfilled signals cannot do it themselves. */
export function throwIfAborted({ signal }: { signal: AbortSignalLike | undefined }): void {
  if (signal?.aborted) throw new Aborted(signal);
}

/** What a call rejects with: the signal's own reason. Signals of old polyfills have none. */
export function reasonOf({ signal }: Aborted): unknown {
  return signal.reason === undefined
    ? Object.assign(new Error("The call was aborted"), { name: "AbortError" })
    : signal.reason;
}
