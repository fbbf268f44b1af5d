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
  if (value instanceof Date) return "a Date";
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

/** Checks by type, where `typeof` does not tell. A number is one that JSON and addresses have. */
const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  integer: Number.isInteger,
  number: Number.isFinite,
  array: Array.isArray,
  object: isOptions,
  null: (value) => value === null,
  value: (value) => value !== undefined,
};

/** Whether a value is of a type, or of one of several: `string`, `integer or null`, any `value`. */
export function isA(type: string, value: unknown): boolean {
  const isOne = (name: string) => checks[name]?.(value) ?? typeof value === name;
  return isOne(type) || type.split(" or ").some(isOne);
}

/** Requires an argument of a type, or a list: `string[]`. */
export function requireType(argument: string, type: string, value: unknown): void {
  if (Array.isArray(value) && type.includes("[]")) {
    const [itemType = ""] = type.split("[]");
    for (const [index, item] of value.entries()) {
      requireType(`${argument}[${index}]`, itemType, item);
    }
    return;
  }
  mustBe(isA(type, value), argument, `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`, value);
  const isWhole = typeof value !== "string" || tryTo(() => encodeURI(value)) !== undefined;
  check(isWhole, argument, "must not contain half a surrogate pair");
}

/** Requires a segment of a path: `.` and `..` would reach another resource; the rest gets encoded. */
export function requireSegment(argument: string, value: unknown): void {
  check(!/^\.{0,2}$/.test(`${value}`), argument, 'must not be "", "." or ".."');
}

/** Reads an object for a query: names are sent as they are, and nothing may lie deeper. */
export function readFlat(argument: string, value: unknown): object | undefined {
  const given = Object.entries(Object(value)).filter(([, each]) => each !== undefined);
  for (const [name, each] of given) {
    check(/^[\w.-]+$/.test(name), `${argument}.${name}`, "must have a plain name");
    requireType(`${argument}.${name}`, "string or number or boolean", each);
  }
  return given.length ? Object.fromEntries(given) : undefined;
}

/** Requires the value of a header. */
export function requireHeader(argument: string, name: string, value: unknown): void {
  const isValid = tryTo(() => new Headers([[name, `${value}`]]));
  check(isValid, argument, "must be valid in HTTP");
}

/** An id or token that becomes a header value: visible ASCII only, so that it cannot add a header. */
export function isHeaderSafe(value: unknown): value is string {
  return typeof value === "string" && /^[!-~]+$/.test(value);
}
