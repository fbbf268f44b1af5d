import { ApiError, InvalidResponseError } from "./errors.ts";
import { noFault, parseObject, readFault } from "./fault.ts";
import { findHint } from "./hints.ts";
import type { ClientOptions } from "./options.ts";
import { redactHeaders } from "./redact.ts";
import type { Answer } from "./transport/answer.ts";
import { type Call, factsOf, idsOf, redactFor } from "./transport/call.ts";
import { readRetryAfter } from "./transport/retry-after.ts";

/** What a call resolves to. */
export interface Result<Data> {
  /** The body, as it was sent: unknown members and values included. */
  readonly data: Data;
  /** HTTP status, 2xx. */
  readonly status: number;
  /** Headers of the answer. */
  readonly headers: Headers;
  /** The service's id of the request, else the one that was sent. */
  readonly requestId: string;
  /** The service's id of the call, else the one that was sent. */
  readonly correlationId: string;
  /** The `ms-requestid` of the request that was answered. */
  readonly sentRequestId: string;
  /** The `ms-correlationid` that was sent. */
  readonly sentCorrelationId: string;
}

/**
 * Turns an answer into a result, or throws what is wrong with it. The content type is not asked:
 * a body that is a JSON object is good, whatever it calls itself.
 *
 * @throws ApiError for an error status, and for a fault under a status of success
 * @throws InvalidResponseError for success without a JSON object, or with violations
 */
export function readResult<Data>(
  answer: Answer,
  call: Call,
  validate?: ClientOptions["validate"],
): Result<Data> {
  const { status, statusText, headers, ok } = answer;
  const redact = redactFor(call);
  const text = answer.text();
  const body = parseObject(text);
  // The service has been seen to send a fault with status 200. An order has an id, and no code.
  const fault = ok && body?.id ? noFault : readFault(body ?? {}, redact);
  const isFault = fault.code && fault.description;
  const order = ok && !isFault && body;
  const found = (order && validate?.(order)) || [];
  if (order && !found.length) {
    // The contract says so; what the service sends beyond it is passed on.
    return { data: order as Data, status, headers, ...idsOf(call, answer) };
  }

  const facts = { ...factsOf(call, answer), status, headers: redactHeaders(headers, redact) };
  const snippet = firstBytes(redact(text));
  if (ok && !isFault) {
    const contentType = facts.headers.get("content-type") ?? undefined;
    const violations = found.map(({ pointer, message }) => ({ pointer: redact(pointer), message }));
    const places = violations.map((violation) => Object.values(violation).join(" "));
    const message = body
      ? `${status} against the contract: ${places.join(", ")}`
      : `${status} with no JSON object but ${contentType}`;
    throw new InvalidResponseError(message, { ...facts, contentType, snippet, violations });
  }
  const description = fault.description || (!body && snippet) || redact(statusText) || undefined;
  const hint = findHint(status, fault.code);
  const words = [status, fault.code, description, hint];
  throw new ApiError(words.filter(Boolean).join(", "), {
    ...facts,
    ...fault,
    description,
    retryAfterMs: readRetryAfter(headers, call.settings.environment.date()),
    hint,
  });
}

/** The first 256 bytes of a text, which was redacted before: a cut might leave half a token. */
function firstBytes(text: string): string {
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(256)).read);
}
