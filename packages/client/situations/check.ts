/**
 * Assertions for situations: they run in every JavaScript runtime, so they use nothing but the
 * language.
 */

/** Compares two values as JSON; undefined counts as a value. */
export function same(actual: unknown, expected: unknown, what = "value"): void {
  const [left, right] = [render(actual), render(expected)];
  if (left !== right) throw new Error(`${what} is ${left}, not ${right}`);
}

const render = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (part === undefined ? "(undefined)" : part)) ?? "(undefined)";

/** Asks for a condition. */
export function holds(condition: unknown, what: string): void {
  if (!condition) throw new Error(`not so: ${what}`);
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`resolved with ${render(value)} instead of rejecting`);
}

/** Compares the named properties of an error. */
export function sameProperties(error: unknown, expected: Record<string, unknown>): void {
  // Anything may have been thrown; its properties are read one by one.
  const properties = Object(error) as Record<string, unknown>;
  for (const [name, value] of Object.entries(expected)) {
    same(properties[name], value, `${name} of ${String(error)}`);
  }
}

/** Everything that a person or a log may see of a value: its causes, and properties that are not enumerable. */
export function renderings(value: unknown): string {
  const parts = [String(value), JSON.stringify(value)];
  const visit = (current: unknown): void => {
    if (typeof current !== "object" || current === null) {
      parts.push(String(current));
      return;
    }
    if (current instanceof Headers) parts.push(...[...current].flat());
    for (const name of Object.getOwnPropertyNames(current)) {
      parts.push(name);
      // The property was just listed.
      visit((current as Record<string, unknown>)[name]);
    }
  };
  visit(value);
  return parts.join("\n");
}
