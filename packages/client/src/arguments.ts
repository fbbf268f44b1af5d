import { ArgumentError } from "./errors.ts";

/** Refuses an option or argument unless it is as it must be. */
export function check(
  condition: unknown,
  argument: string,
  problem = "must be valid",
): asserts condition {
  if (!condition) throw new ArgumentError(`${argument} ${problem}`, { argument });
}

/** What a function returns, or undefined when it throws. */
export function tryTo<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/**
 * A value that becomes one segment of the path. `.` and `..` would reach another resource; anything
 * else is safe once it is percent-encoded, which half a surrogate pair cannot be.
 */
export function requireSegment(argument: string, value: unknown): string {
  const isText = typeof value === "string";
  const encoded = isText && tryTo(() => encodeURIComponent(value));
  const usable = isText && encoded && encoded !== "." && encoded !== "..";
  check(usable, argument, 'must not be "", "." or ".."');
  return value;
}

/** An id or token that becomes a header value: visible ASCII alone, so that it cannot add a header. */
export function isHeaderSafe(value: unknown): value is string {
  return typeof value === "string" && /^[!-~]+$/.test(value);
}
