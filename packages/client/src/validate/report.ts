import type { ValidatorError } from "./validator.ts";

/** One place where a body and the contract differ. */
export interface Finding {
  /** JSON pointer to the place, such as `/lineItems/0/quantity`; empty for the body itself. */
  readonly pointer: string;
  /** What is different there, such as `must be integer`. Holds no value of the body. */
  readonly message: string;
}

/** How a body and the contract differ. */
export interface ValidationReport {
  /** What breaks the contract, such as a number where it says text. */
  readonly violations: readonly Finding[];
  /**
   * What the contract lets pass, though code may not expect it: values that an open enum does not
   * list, members that the contract does not know, and null where a member could be absent.
   */
  readonly notices: readonly Finding[];
}

/** Sorts what a validator found in a body. */
export function createReport(body: unknown, errors: readonly ValidatorError[]): ValidationReport {
  const violations: Finding[] = [];
  const notices: Finding[] = [];
  for (const { instancePath: pointer, keyword, params } of errors) {
    if (keyword === "additionalProperties") {
      const name = String(params.additionalProperty).replace(/~/g, "~0").replace(/\//g, "~1");
      notices.push({ pointer: `${pointer}/${name}`, message: "is not in the contract" });
    } else if (keyword === "listed") {
      notices.push({ pointer, message: "is not among the listed values" });
    } else if (keyword === "type") {
      const finding = { pointer, message: `must be ${[params.type].flat().join(" or ")}` };
      if (isNullMember(body, pointer)) notices.push({ pointer, message: "is null" });
      else violations.push(finding);
    } else {
      const limit = Object.values(params).at(-1);
      violations.push({ pointer, message: `must keep ${keyword} ${JSON.stringify(limit)}` });
    }
  }
  return { violations, notices };
}

/** Whether a pointer leads to a member of an object, not to an entry of an array, that is null. */
function isNullMember(body: unknown, pointer: string): boolean {
  const path = parsePointer(body, pointer);
  const parent = path.slice(0, -1).reduce(memberOf, body);
  const last = path.at(-1);
  return typeof last === "string" && memberOf(parent, last) === null;
}

/** The parts of a pointer, as numbers where they lead into an array. */
export function parsePointer(body: unknown, pointer: string): (string | number)[] {
  let value = body;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const name = part.replace(/~1/g, "/").replace(/~0/g, "~");
      const key = Array.isArray(value) ? Number(name) : name;
      value = memberOf(value, key);
      return key;
    });
}

function memberOf(value: unknown, key: string | number): unknown {
  // What a pointer of the validator leads through is an object or an array.
  return (value as Record<string | number, unknown>)[key];
}
