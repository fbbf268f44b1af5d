import type { Finding } from "../findings/finding.ts";
import type { Notices } from "../findings/notices.ts";
import { mostFindings, type Validator } from "../findings/validator.ts";

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
  const notices: Notices = { found: [], tolerated: 0 };
  let isValid: boolean;
  try {
    isValid = validator.call(notices, body);
  } catch (error) {
    // The stack of a validator ends where a body is nested some thousand levels deep.
    if (!(error instanceof RangeError)) throw error;
    return { violations: [{ pointer: "", message: "is nested too deeply" }], notices: [] };
  }
  const { found } = notices;
  if (isValid && !found.length) return nothing;
  const violations = (isValid ? [] : (validator.errors ?? []))
    // An error of `if` says nothing beyond those of `then` and `else`.
    .filter(({ message }) => message)
    .slice(0, mostFindings)
    .map(({ instancePath, message }) => ({ pointer: instancePath, message }));
  const places = new Set(violations.map(({ pointer }) => pointer));
  const others = found.filter(({ pointer }) => !places.has(pointer));
  return { violations, notices: others.slice(0, mostFindings - violations.length) };
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
