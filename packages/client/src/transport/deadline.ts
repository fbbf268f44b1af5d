import { TimeoutError } from "../errors.ts";
import { type Call, factsOf } from "./call.ts";
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
  throw new TimeoutError(`${scope} timeout of ${timeoutMs} ms`, {
    ...factsOf(call),
    scope,
    timeoutMs,
  });
}
