/**
 * Compares what the service sends with the contract. The checks are compiled ahead of time, so no
 * library is bundled. A bundle that does not import this module has none of it.
 * @packageDocumentation
 */
import type { Finding } from "../findings/finding.ts";
import { responseValidators, type SchemaTypes, schemaValidators } from "../generated/validators.ts";
import { toMessage } from "../strings.ts";

import { createReport, nothing, type ValidationReport } from "./report.ts";
import {
  createSchema,
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
} from "./standard-schema.ts";

export type {
  Finding,
  SchemaTypes,
  StandardIssue,
  StandardResult,
  StandardSchema,
  ValidationReport,
};

/** The name of a schema of the contract. */
export type SchemaName = keyof SchemaTypes;

/** How a response and the contract differ. */
export interface ResponseReport extends ValidationReport {
  /** The operation that was called, such as `getOrder`. */
  readonly operation: string;
  /** HTTP status of the response. */
  readonly status: number;
}

/** How responses are compared with the contract. */
export interface ValidateOptions {
  /**
   * What happens to a call whose response breaks the contract.
   *
   * - `throw`: it rejects with an `InvalidResponseError` whose message names each place
   * - `warn`: it resolves all the same
   * @default "warn"
   */
  readonly mode?: "warn" | "throw" | undefined;
  /**
   * Called with each response that has a violation or a notice. What it throws is ignored.
   * @default in the mode `warn`, one `console.warn` for a response with violations
   */
  readonly report?: ((report: ResponseReport) => void) | undefined;
}

/**
 * Says how a value and a schema of the contract differ: 100 findings at most, violations first.
 * @throws TypeError when the contract has no schema of that name
 * @example
 * const { violations, notices } = inspect("Order", JSON.parse(text));
 */
export function inspect(schemaName: SchemaName, value: unknown): ValidationReport {
  if (!Object.hasOwn(schemaValidators, schemaName)) {
    const names = Object.keys(schemaValidators).join(", ");
    throw new TypeError(`inspect takes the name of a schema: ${names}`);
  }
  return createReport(value, schemaValidators[schemaName]);
}

/**
 * Makes a client compare the body of each success with the contract. Unlisted values of open enums,
 * properties that the contract does not know and null in place of an absent property are notices: they
 * fail no call. What the contract says nothing of is not compared.
 * @throws TypeError when an option cannot be used
 * @example
 * const client = createClient({ credential, validate: validate({ mode: "throw" }) });
 */
export function validate(
  options: ValidateOptions = {},
): (body: unknown, operation: string, status: number) => readonly Finding[] {
  // Callers in plain JavaScript may give anything.
  const { mode = "warn", report = mode === "warn" ? warn : undefined } = Object(options);
  if (Object(options) !== options || !["warn", "throw"].includes(mode)) {
    throw new TypeError('validate takes an object such as { mode: "throw" } or { mode: "warn" }');
  }
  if (report !== undefined && typeof report !== "function") {
    throw new TypeError("validate: report must be a function such as console.log");
  }
  return (body, operation, status) => {
    const validator = findValidator(operation, status);
    const found = validator ? createReport(body, validator) : nothing;
    if (found !== nothing) {
      // If the report throws or rejects, the call goes on.
      const given = { operation, status, ...found };
      new Promise((resolve) => resolve(report?.(given))).catch(() => {});
    }
    return mode === "throw" ? found.violations : [];
  };
}

// By this createClient recognises `validate` in place of `validate()`.
Object.defineProperty(validate, Symbol.for("PartnerCenterValidate"), { value: true });

/** The contract lists a status as `200`, `2XX` or, for all others, `default`. */
function findValidator(operation: string, status: number) {
  if (!Object.hasOwn(responseValidators, operation)) return undefined;
  const validators = responseValidators[operation];
  return validators?.[status] ?? validators?.["2XX"] ?? validators?.default;
}

function warn({ operation, violations }: ResponseReport): void {
  if (!violations.length) return;
  const places = violations
    .map(({ pointer, message }) => `${pointer} ${message}`.trim())
    .join(", ");
  const problem = `the response to ${operation} breaks the contract: ${places}`;
  console.warn(toMessage(`@partner-center/client: ${problem}`));
}

/**
 * Each schema of the contract as a [Standard Schema](https://standardschema.dev). Notices are not issues.
 * @example
 * const order = await ky.get(url).json(schemas.Order);
 */
export const schemas: { readonly [Name in SchemaName]: StandardSchema<SchemaTypes[Name]> } =
  /* @__PURE__ */ createSchemas();

function createSchemas() {
  const entries = Object.entries(schemaValidators).map(([name, validator]) => [
    name,
    createSchema(validator),
  ]);
  return Object.fromEntries(entries);
}
