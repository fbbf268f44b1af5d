/**
 * Compares what the service sends with the contract. The checks are compiled ahead of time, so no
 * library is bundled. A bundle that does not import this module has none of it.
 * @packageDocumentation
 */
import type { Order } from "@partner-center/types";
import { validateGetOrder } from "../generated/validators.ts";
import { toMessage } from "../strings.ts";
import {
  createReport,
  type Finding,
  nothing,
  parsePointer,
  type ValidationReport,
} from "./report.ts";
import type { StandardIssue, StandardResult, StandardSchema } from "./standard-schema.ts";

export type { Finding, StandardIssue, StandardResult, StandardSchema, ValidationReport };

/** How orders are compared with the contract. */
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
  readonly report?: ((report: ValidationReport) => void) | undefined;
}

/**
 * Says how an order and the contract differ: 100 findings at most, violations first. Never throws.
 * @example
 * const { violations, notices } = inspectOrder(JSON.parse(text));
 */
export function inspectOrder(order: unknown): ValidationReport {
  return createReport(order, validateGetOrder);
}

/**
 * Makes a client compare each order with the contract. Unlisted values of open enums, properties that the
 * contract does not know and null in place of an absent property are notices: they fail no call.
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
    // If the report throws or rejects, the call goes on.
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
 * An order as a [Standard Schema](https://standardschema.dev). Notices are not issues.
 * @example
 * const order = await ky.get(url).json(orderSchema);
 */
export const orderSchema: StandardSchema<Order> = {
  "~standard": {
    version: 1,
    vendor: "@partner-center/client",
    validate(value) {
      const { violations } = inspectOrder(value);
      // The contract has been checked, and the value is not changed.
      if (!violations.length) return { value: value as Order };
      const issues = violations.map(({ pointer, message }) => ({
        message: `${pointer} ${message}`.trimStart(),
        path: parsePointer(value, pointer),
      }));
      return { issues };
    },
  },
};
