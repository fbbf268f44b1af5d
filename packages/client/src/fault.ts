import type { Order } from "@partner-center/types";
import { tryTo } from "./arguments.ts";
import type { Redact } from "./redact.ts";

/** What this client reads from an error body, whichever family of body the service sent. */
export interface Fault {
  readonly code: string | undefined;
  readonly description: string | undefined;
  readonly data: readonly string[] | undefined;
  readonly source: string | undefined;
}

/** The JSON object in a text, or undefined for anything else. */
export function parseObject(text = ""): Record<string, unknown> | undefined {
  const value: unknown = tryTo(() => JSON.parse(text));
  return isObject(value) ? value : undefined;
}

/** Whether a JSON value is an object. */
function isObject(value: unknown): value is Record<string, unknown> {
  return value instanceof Object && !Array.isArray(value);
}

/** Properties that an error body has not. None is required: an old order lacks some, any order may. */
const signsOfAnOrder: readonly string[] = [
  "id",
  "alternateId",
  "referenceCustomerId",
  "lineItems",
  "billingCycle",
  "creationDate",
  "currencyCode",
] satisfies (keyof Order)[];

/** Whether an object is an order, in any casing, and not a fault or an empty one with success. */
export function isOrder(body: Record<string, unknown>): boolean {
  const names = signsOfAnOrder.map((name) => name.toLowerCase());
  return Object.keys(body).some((key) => body[key] && names.includes(key.toLowerCase()));
}

/**
 * Reads a fault of any origin. What is neither a string nor a number counts as absent; 0 is a code.
 *
 * - the service: `{ code, description, data, source }`, newer parts `{ code, message, isRetryable }`
 * - the gateway: `{ statusCode, message }`
 * - OData: `{ error: { code, message } }`
 * - OAuth: `{ error, error_description }`
 * - problem+json: `{ title, detail }`
 */
export function readFault(body: Record<string, unknown>, redact: Redact): Fault {
  const textOf = (value: unknown): string | undefined =>
    typeof value === "string" || typeof value === "number" ? redact(String(value)) : undefined;
  const { code, description, message, data, source } = isObject(body.error) ? body.error : body;
  const problem = [textOf(body.title), textOf(body.detail)].filter(Boolean).join(": ");
  return {
    code: textOf(code) ?? textOf(body.error),
    description:
      textOf(description) ||
      textOf(message) ||
      textOf(body.error_description) ||
      problem ||
      undefined,
    data: Array.isArray(data) ? data.flatMap((entry) => textOf(entry) ?? []) : undefined,
    source: textOf(source),
  };
}
