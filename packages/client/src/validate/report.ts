import {
  mostFindings,
  type NoticeTaker,
  type Validator,
  type ValidatorError,
} from "../generated/validators.ts";

/** One place where a body and the contract differ. */
export interface Finding {
  /** JSON pointer to the place, such as `/lineItems/0/quantity`; empty for the body itself. */
  readonly pointer: string;
  /** What is different there, such as `must be integer`. Holds no value of the body. */
  readonly message: string;
}

/** How a body and the contract differ: at most 100 findings, violations before notices. */
export interface ValidationReport {
  /** What breaks the contract, such as a number in place of a string. */
  readonly violations: readonly Finding[];
  /** What is allowed but unexpected: unlisted enum values, unknown properties, null for absent. */
  readonly notices: readonly Finding[];
}

/** The report of a body that keeps the contract entirely. */
export const nothing: ValidationReport = { violations: [], notices: [] };

/** Compares a body with the contract. */
export function createReport(body: unknown, validator: Validator): ValidationReport {
  const notices: Finding[] = [];
  const notice: NoticeTaker["notice"] = (pointer, message, property) => {
    if (notices.length >= mostFindings) return;
    const last = property?.replace(/~/g, "~0").replace(/\//g, "~1");
    notices.push({ pointer: last === undefined ? pointer : `${pointer}/${last}`, message });
  };
  const isValid = validator.call({ notice }, body);
  if (isValid && !notices.length) return nothing;
  const errors = isValid ? [] : (validator.errors ?? []);
  const violations = errors.slice(0, mostFindings).map(describeError);
  return { violations, notices: notices.slice(0, mostFindings - violations.length) };
}

function describeError({ instancePath: pointer, keyword, params }: ValidatorError): Finding {
  if (keyword === "type") {
    return { pointer, message: `must be ${[params.type].flat().join(" or ")}` };
  }
  const limit = Object.values(params).at(-1);
  return { pointer, message: `must keep ${keyword} ${JSON.stringify(limit)}` };
}

/** The parts of a pointer, as numbers where they lead into an array. */
export function parsePointer(body: unknown, pointer: string): (string | number)[] {
  let value = body;
  const parts = pointer.split("/").slice(1);
  return parts.map((part) => {
    const name = part.replace(/~1/g, "/").replace(/~0/g, "~");
    const key = Array.isArray(value) ? Number(name) : name;
    // A pointer of the validator leads through objects and arrays alone.
    value = (value as Record<string | number, unknown>)[key];
    return key;
  });
}
