import { ArgumentError } from "./errors.ts";

/** Refuses an option or argument, in a message that begins with its name. */
export function check(condition: unknown, argument: string, problem: string): asserts condition {
  if (!condition) throw new ArgumentError(`${argument} ${problem}`, { argument });
}

/** Refuses a value that is not what it must be; the message says what was given instead. */
export function mustBe(
  condition: unknown,
  argument: string,
  expected: string,
  given: unknown,
): asserts condition {
  check(condition, argument, `must be ${expected}, not ${describe(given)}`);
}

/** Says what a value is. A string is not quoted: it may be a secret in the wrong place. */
export function describe(value: unknown): string {
  if (typeof value === "string") return value ? "a string" : "an empty string";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "function") return "a function";
  return Object(value) === value ? "an object" : String(value);
}

/** Whether a value can hold named options. */
export function isOptions(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a function returns, or undefined when it throws. */
export function tryTo<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** Requires a segment of a path: `.` and `..` would reach another resource; the rest gets encoded. */
export function requireSegment(argument: string, value: unknown): string {
  mustBe(typeof value === "string", argument, "a string", value);
  check(!/^\.{0,2}$/.test(value), argument, 'must not be "", "." or ".."');
  const encoded = tryTo(() => encodeURIComponent(value));
  check(encoded, argument, "must not contain half a surrogate pair");
  return value;
}

/** An id or token that becomes a header value: visible ASCII alone, so that it cannot add a header. */
export function isHeaderSafe(value: unknown): value is string {
  return typeof value === "string" && /^[!-~]+$/.test(value);
}
