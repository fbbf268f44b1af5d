import { mustBe } from "./arguments.ts";
import { ApiError, InvalidResponseError } from "./errors.ts";
import { isOrder, parseObject, readFault } from "./fault.ts";
import { findHint } from "./hints.ts";
import type { ClientOptions } from "./options.ts";
import { redactHeaders } from "./redact.ts";
import { firstBytes } from "./strings.ts";
import { type Call, factsOf, idsOf, redactFor } from "./transport/call.ts";
import type { CompleteResponse } from "./transport/response.ts";
import { readRetryAfter } from "./transport/retry-after.ts";

/** What a call resolves to. */
export interface Result<Data> {
  /** The body, as it was sent: unknown properties and values included. */
  readonly data: Data;
  /** HTTP status, 2xx. */
  readonly status: number;
  /** Headers of the response. */
  readonly headers: Headers;
  /** The service's id of the request, else the one that was sent. */
  readonly requestId: string;
  /** The service's id of the call, else the one that was sent. */
  readonly correlationId: string;
  /** The `ms-requestid` of the request that got the response. */
  readonly sentRequestId: string;
  /** The `ms-correlationid` that was sent. */
  readonly sentCorrelationId: string;
}

/**
 * Turns a response into a result, or throws what is wrong with it. Any content type is accepted.
 * @throws ApiError for an error status, and for a fault under a status of success
 * @throws InvalidResponseError for success without an order, or with violations
 */
export function readResult<Data>(
  response: CompleteResponse,
  call: Call,
  validate?: ClientOptions["validate"],
): Result<Data> {
  const { status, statusText, headers, ok } = response;
  const text = response.text();
  const body = parseObject(text);
  const order = ok && body && isOrder(body) && body;
  const found = (order && validate?.(order)) || [];
  mustBe(Array.isArray(found), "validate", "a function that returns violations", found);
  if (order && !found.length) {
    // The contract says so; what the service sends beyond it is passed on.
    return { data: order as Data, status, headers, ...idsOf(call, response) };
  }

  const redact = redactFor(call);
  const facts = { ...factsOf(call, response), status, headers: redactHeaders(headers, redact) };
  // Redacted before it is cut, which might leave half a token.
  const snippet = firstBytes(redact(text), 256);
  // The service has been seen to send a fault with status 200.
  const fault = readFault((!order && body) || {}, redact);
  const isFault = fault.code || fault.description;
  if (ok && !isFault) {
    const contentType = facts.headers.get("content-type") ?? undefined;
    const violations = found.map(({ pointer, message }) => ({ pointer: redact(pointer), message }));
    const places = violations.map(({ pointer, message }) => `${pointer} ${message}`).join(", ");
    const problem = order
      ? `the order breaks the contract: ${places}`
      : body
        ? "the JSON is not an order"
        : `the body is not a JSON object (${contentType || "no content type"})`;
    const details = { ...facts, contentType, snippet, violations };
    throw new InvalidResponseError(`${status}, but ${problem}`, details);
  }
  const description = fault.description || (!isFault && snippet) || redact(statusText) || undefined;
  const hint = findHint(status, fault.code);
  const parts = [status, fault.code, description, hint];
  throw new ApiError(parts.filter(Boolean).join(", "), {
    ...facts,
    ...fault,
    description,
    snippet: isFault ? undefined : snippet,
    retryAfterMs: readRetryAfter(headers, call.settings.environment.date()),
    hint,
  });
}
