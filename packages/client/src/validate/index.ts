/**
 * Compares what the service sends with the contract. The checks are compiled ahead of time: no
 * library comes along, and nothing of this is in the bundle of those who do not import it.
 *
 * @packageDocumentation
 */
import type { Order } from "@partner-center/types";
import { validateGetOrder } from "../generated/validators.ts";
import { toMessage } from "../text.ts";
import {
  createReport,
  type Finding,
  nothing,
  parsePointer,
  type ValidationReport,
} from "./report.ts";
import type { StandardIssue, StandardResult, StandardSchema } from "./standard-schema.ts";

export type { Finding, StandardIssue, StandardResult, StandardSchema, ValidationReport };

/** How answers are compared with the contract. */
export interface ValidateOptions {
  /**
   * What happens to a call whose answer breaks the contract.
   *
   * - `throw`: it rejects with an `InvalidResponseError` whose message names each place
   * - `warn`: it resolves all the same
   *
   * @default "warn"
   */
  readonly mode?: "warn" | "throw" | undefined;
  /**
   * Told of each response with a violation or a notice. What it throws is ignored.
   *
   * @default one `console.warn` for a response with violations in the mode `warn`, nothing in the mode
   *   `throw`
   */
  readonly report?: ((report: ValidationReport) => void) | undefined;
}

/**
 * Says how an order and the contract differ: at most 100 findings, violations before notices. It
 * never throws.
 *
 * @example
 * const { violations, notices } = inspectOrder(JSON.parse(text));
 */
export function inspectOrder(order: unknown): ValidationReport {
  return createReport(order, validateGetOrder);
}

/**
 * Makes a client compare each answer with the contract. Values that an open enum does not list,
 * members that the contract does not know and null in place of an absent member are notices: they
 * are reported, and never fail a call.
 *
 * @throws TypeError when an option cannot be used
 * @example
 * const client = createClient({ credential, validate: validate({ mode: "throw" }) });
 */
export function validate(options: ValidateOptions = {}): (body: unknown) => readonly Finding[] {
  // Callers in plain JavaScript may give anything.
  const { mode = "warn", report = mode === "warn" ? warn : undefined } = Object(options);
  if (Object(options) !== options || !["warn", "throw"].includes(mode)) {
    throw new TypeError('validate takes an object such as { mode: "throw" } or { mode: "warn" }');
  }
  if (report !== undefined && typeof report !== "function") {
    throw new TypeError("validate: report must be a function such as console.log");
  }
  return (body) => {
    const found = inspectOrder(body);
    // Whatever comes of it, also later, the call goes on.
    if (found !== nothing) new Promise((resolve) => resolve(report?.(found))).catch(() => {});
    return mode === "throw" ? found.violations : [];
  };
}

// By this createClient recognises `validate` in place of `validate()`.
Object.defineProperty(validate, Symbol.for("PartnerCenterValidate"), { value: true });

function warn({ violations }: ValidationReport): void {
  if (!violations.length) return;
  const places = violations.map(({ pointer, message }) => `${pointer} ${message}`).join(", ");
  console.warn(toMessage(`@partner-center/client: the order breaks the contract: ${places}`));
}

/**
 * An order as a [Standard Schema](https://standardschema.dev), for the libraries that take one.
 * Notices are no issues.
 *
 * @example
 * const order = await ky.get(url).json(orderSchema);
 */
export const orderSchema: StandardSchema<Order> = {
  "~standard": {
    version: 1,
    vendor: "@partner-center/client",
    validate: (value) => {
      const { violations } = inspectOrder(value);
      return violations.length === 0
        ? // The contract has been checked, and the value is not changed.
          { value: value as Order }
        : {
            issues: violations.map(({ pointer, message }) => ({
              message: `${pointer} ${message}`.trimStart(),
              path: parsePointer(value, pointer),
            })),
          };
    },
  },
};
