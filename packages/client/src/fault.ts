import { isOptions, tryTo } from "./arguments.ts";
import type { Redact } from "./redact.ts";

/** What this client reads from an error body, whichever family of body the service sent. */
export interface Fault {
  readonly code: string | undefined;
  readonly description: string | undefined;
  readonly data: readonly string[] | undefined;
  readonly source: string | undefined;
}

/** Parses JSON; undefined for anything else. */
export function parseJson(text = ""): unknown {
  return tryTo(() => JSON.parse(text));
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
export function readFault(body: unknown, redact: Redact): Fault {
  const read = (value: unknown): string | undefined =>
    typeof value === "string" || typeof value === "number" ? redact(String(value)) : undefined;
  const { error, error_description, title, detail, ...own } = Object(body);
  const { code, description, message, data, source } = isOptions(error) ? Object(error) : own;
  const problem = [read(title), read(detail)].filter(Boolean).join(": ");
  const descriptions = [read(description), read(message), read(error_description), problem];
  return {
    code: read(code) ?? read(error),
    description: descriptions.find(Boolean),
    data: Array.isArray(data) ? data.flatMap((entry) => read(entry) ?? []) : undefined,
    source: read(source),
  };
}
