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

/** Parses a JSON object; undefined for anything else. */
export function parseObject(json = ""): Record<string, unknown> | undefined {
  const value: unknown = tryTo(() => JSON.parse(json));
  return isObject(value) ? value : undefined;
}

/** Whether a JSON value is an object. */
function isObject(value: unknown): value is Record<string, unknown> {
  return value instanceof Object && !Array.isArray(value);
}

/** Properties that no error body has. None is required: an old order lacks some, any order may. */
const signsOfAnOrder: readonly string[] = [
  "id",
  "alternateId",
  "referenceCustomerId",
  "lineItems",
  "billingCycle",
  "creationDate",
  "currencyCode",
] satisfies (keyof Order)[];

/** Whether an object is an order, in any casing: under a status of success it may be a fault or empty. */
export function isOrder(body: Record<string, unknown>): boolean {
  const names = signsOfAnOrder.map((name) => name.toLowerCase());
  return Object.keys(body).some((key) => body[key] && names.includes(key.toLowerCase()));
}

/**
 * Reads a fault of any origin. Values other than strings and numbers count as absent; 0 is a code.
 *
 * - the service: `{ code, description, data, source }`, newer parts `{ code, message, isRetryable }`
 * - the gateway: `{ statusCode, message }`
 * - OData: `{ error: { code, message } }`
 * - OAuth: `{ error, error_description }`
 * - problem+json: `{ title, detail }`
 */
export function readFault(body: Record<string, unknown>, redact: Redact): Fault {
  const read = (value: unknown): string | undefined =>
    typeof value === "string" || typeof value === "number" ? redact(String(value)) : undefined;
  const { code, description, message, data, source } = isObject(body.error) ? body.error : body;
  const problem = [read(body.title), read(body.detail)].filter(Boolean).join(": ");
  const descriptions = [read(description), read(message), read(body.error_description), problem];
  return {
    code: read(code) ?? read(body.error),
    description: descriptions.find(Boolean),
    data: Array.isArray(data) ? data.flatMap((entry) => read(entry) ?? []) : undefined,
    source: read(source),
  };
}
