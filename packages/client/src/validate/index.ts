/**
 * Compares what the service sends with the contract. The checks are compiled ahead of time: no
 * library comes along, and nothing of this is in the bundle of those who do not import it.
 *
 * @packageDocumentation
 */
import type { Order } from "@partner-center/types";
import { createReport, type Finding, parsePointer, type ValidationReport } from "./report.ts";
import type { StandardIssue, StandardResult, StandardSchema } from "./standard-schema.ts";
import { validateGetOrder } from "./validators.ts";

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
   * Told of each answer with a violation or a notice.
   *
   * @default a `console.warn` for each violation in the mode `warn`, nothing in the mode `throw`
   */
  readonly report?: ((report: ValidationReport) => void) | undefined;
}

const nothing: ValidationReport = { violations: [], notices: [] };

/**
 * Says how an order and the contract differ. It never throws.
 *
 * @example
 * const { violations, notices } = inspectOrder(JSON.parse(text));
 */
export function inspectOrder(order: unknown): ValidationReport {
  return validateGetOrder(order) ? nothing : createReport(order, validateGetOrder.errors ?? []);
}

/**
 * Makes a client compare each answer with the contract. Values that an open enum does not list,
 * members that the contract does not know and null in place of an absent member are notices: they
 * are reported, and never fail a call.
 *
 * @example
 * const client = createClient({ credential, validate: validate({ mode: "throw" }) });
 */
export function validate(options: ValidateOptions = {}): (body: unknown) => readonly Finding[] {
  const { mode = "warn", report = mode === "warn" ? warn : undefined } = options;
  return (body) => {
    const found = inspectOrder(body);
    if (found !== nothing) report?.(found);
    return mode === "throw" ? found.violations : [];
  };
}

// By this createClient recognises `validate` in place of `validate()`.
Object.defineProperty(validate, Symbol.for("PartnerCenterValidate"), { value: true });

function warn({ violations }: ValidationReport): void {
  for (const { pointer, message } of violations) {
    console.warn(`@partner-center/client: the order breaks the contract: ${pointer} ${message}`);
  }
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
