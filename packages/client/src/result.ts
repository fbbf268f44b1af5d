import { mustBe } from "./arguments.ts";
import { ApiError, InvalidResponseError } from "./errors.ts";
import { parseJson, readFault } from "./fault.ts";
import { findHint } from "./hints.ts";
import type { Operation } from "./operation.ts";
import type { ClientOptions } from "./options.ts";
import { redactHeaders } from "./redact.ts";
import { firstBytes } from "./strings.ts";
import { isSuccess } from "./success.ts";
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
 * @throws InvalidResponseError for success without the body of the operation, or with violations
 */
export function readResult(
  response: CompleteResponse,
  call: Call,
  name: string,
  operation: Operation,
  validate?: ClientOptions["validate"],
): Result<unknown> {
  const { status, statusText, headers, ok } = response;
  const text = response.text();
  const body = parseJson(text);
  const isAccepted = ok && isSuccess(operation, text, body);
  const { success } = operation;
  const found = (isAccepted && success && text && validate?.(body, name, status)) || [];
  mustBe(Array.isArray(found), "validate", "a function that returns violations", found);
  if (isAccepted && !found.length) {
    const data = success && body;
    return { data, status, headers, ...idsOf(call, response) };
  }

  const redact = redactFor(call);
  const facts = { ...factsOf(call, response), status, headers: redactHeaders(headers, redact) };
  // Redacted before it is cut, which might leave half a token.
  const snippet = firstBytes(redact(text), 256);
  // The service has been seen to send a fault with status 200.
  const fault = readFault(isAccepted || body, redact);
  const isFault = fault.code || fault.description;
  if (ok && !isFault) {
    const contentType = facts.headers.get("content-type") ?? undefined;
    const violations = found.map(({ pointer, message }) => ({ pointer: redact(pointer), message }));
    const places = violations.map(({ pointer, message }) => `${pointer} ${message}`).join(", ");
    const expected = success?.map(([, name]) => name).join(" or ");
    const problem = isAccepted
      ? `the JSON breaks the contract: ${places}`
      : body === undefined
        ? `the body is not JSON (${contentType || "no content type"})`
        : `the JSON is not ${expected}`;
    const details = { ...facts, contentType, snippet, violations };
    throw new InvalidResponseError(`${status}, but ${problem}`, details);
  }
  const description = fault.description || (!isFault && snippet) || redact(statusText) || undefined;
  const hint = findHint(status, fault.code, operation.hints);
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
