import { tryTo } from "./arguments.ts";
import type { Redact } from "./redact.ts";

/** What this client reads from an error body, whichever family of body the service sent. */
export interface Fault {
  readonly code: string | undefined;
  readonly description: string | undefined;
  readonly data: readonly string[] | undefined;
  readonly source: string | undefined;
}

/** What there is to read in an order. */
export const noFault: Fault = {
  code: undefined,
  description: undefined,
  data: undefined,
  source: undefined,
};

/** The JSON object in a text, or undefined for anything else. */
export function parseObject(text = ""): Record<string, unknown> | undefined {
  const value: unknown = tryTo(() => JSON.parse(text));
  // An object that is no array, which is what this asks for.
  return value instanceof Object && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/**
 * Reads a fault: the service's `{ code, description, data, source }`, the gateway's
 * `{ statusCode, message }` and the newer envelope `{ code, message, isRetryable, … }`. A code is
 * text or a number on the wire, and 0 is one. What is neither counts as absent.
 */
export function readFault(body: Record<string, unknown>, redact: Redact): Fault {
  const { code, description, message, data, source } = body;
  const textOf = (value: unknown): string | undefined =>
    typeof value === "string" || typeof value === "number" ? redact(String(value)) : undefined;
  return {
    code: textOf(code),
    description: textOf(description) || textOf(message),
    data: Array.isArray(data) ? data.flatMap((entry) => textOf(entry) ?? []) : undefined,
    source: textOf(source),
  };
}
