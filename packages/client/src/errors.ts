import type { Violation } from "./options.ts";

/**
 * What went wrong, as a value that never changes: branch on it, not on messages.
 *
 * - `api`: the service answered with an error ({@link ApiError})
 * - `invalid-response`: it answered with success, but with no order in it ({@link InvalidResponseError})
 * - `timeout`: an attempt or the whole call took too long ({@link TimeoutError})
 * - `connection`: no complete answer arrived ({@link ConnectionError})
 * - `credential`: there is no usable access token ({@link CredentialError})
 * - `argument`: an option or argument was refused, nothing was sent ({@link ArgumentError})
 */
export type ErrorKind =
  | "api"
  | "invalid-response"
  | "timeout"
  | "connection"
  | "credential"
  | "argument";

/** What is known of a call. */
export interface CallFacts {
  /** HTTP method, such as `GET`. */
  readonly method: string;
  /** Path of the URL as it was sent, without host and query. */
  readonly path: string;
  /** How many requests were sent for this call; 0 when it failed before the first. */
  readonly attempts: number;
  /** The service's id of the last request, else the one that was sent. */
  readonly requestId: string;
  /** The service's id of the call, else the one that was sent. */
  readonly correlationId: string;
  /** The `ms-requestid` of the last request that was sent, or was about to be. */
  readonly sentRequestId: string;
  /** The `ms-correlationid` of this call. */
  readonly sentCorrelationId: string;
}

/** What an {@link ApiError} tells. */
export interface ApiErrorDetails extends CallFacts {
  /** HTTP status. A redirect, which is never followed, has its 3xx here, or 0 in browsers, which hide it. */
  readonly status: number;
  /** The service's own code as text, such as `"20000"`. Codes have a meaning only together with the status. */
  readonly code: string | undefined;
  /** The service's words for people; for a body that is no fault, its beginning or the reason phrase. */
  readonly description: string | undefined;
  /** Details that the service added, such as the address of a help page. */
  readonly data: readonly string[] | undefined;
  /** The part of the service that failed, such as `PartnerFD`. */
  readonly source: string | undefined;
  /** Headers of the answer, with credentials blotted out. */
  readonly headers: Headers;
  /**
   * How long the service asked to wait, in milliseconds: `retry-after-ms`, `x-ms-retry-after-ms`, or
   * `Retry-After` in seconds or as an HTTP date. Undefined when it did not, or asked for more than a day.
   */
  readonly retryAfterMs: number | undefined;
  /** What to do about it, for the codes that this package knows. */
  readonly hint: string | undefined;
}

/** What an {@link InvalidResponseError} tells. */
export interface InvalidResponseDetails extends CallFacts {
  /** HTTP status, 2xx. */
  readonly status: number;
  /** The answer's `Content-Type`, when it has one. */
  readonly contentType: string | undefined;
  /** The first 256 bytes of the body as text, with credentials blotted out. */
  readonly snippet: string;
  /** Headers of the answer, with credentials blotted out. */
  readonly headers: Headers;
  /** Where the body breaks the contract, when it is JSON and the `validate` option is set; else empty. */
  readonly violations: readonly Violation[];
}

/** What a {@link TimeoutError} tells. */
export interface TimeoutDetails extends CallFacts {
  /** Which limit was hit: that of one attempt (after the last retry), or that of the whole call. */
  readonly scope: "attempt" | "total";
  /** The limit, in milliseconds. */
  readonly timeoutMs: number;
}

/** What a {@link ConnectionError} tells. */
export interface ConnectionDetails extends CallFacts {
  /** `too-large` for a body of more than 10 MiB, which is not tried again; `network` for the rest. */
  readonly reason: "network" | "too-large";
}

/** What an {@link ArgumentError} tells. */
export interface ArgumentDetails {
  /** Name of the option or argument, such as `orderId`. */
  readonly argument: string;
}

/** Marks our errors across copies of this package, where `instanceof` does not hold. */
const brand = Symbol.for("PartnerCenterError");

// Each class below is merged with the interface of its details: its constructor assigns them all.

/**
 * The base of every error that this package throws. No member of it ever holds a credential. When
 * the caller's own `AbortSignal` ends a call, its `reason` is thrown instead, untouched.
 */
export class PartnerCenterError<Details = object> extends Error {
  /** Name of the class, such as `ApiError`. */
  declare readonly name: string;
  /** Which kind of error this is; see {@link ErrorKind}. */
  declare readonly kind: ErrorKind;

  constructor(message: string, details: Details & Partial<CallFacts>, cause?: Error) {
    const { method, path } = details;
    super(path ? `${method} ${path}: ${message}` : message, cause && { cause });
    Object.assign(this, details);
  }

  get [brand](): boolean {
    return true;
  }
}

/** The service answered with an error status, whatever the body was. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns the details
export class ApiError extends PartnerCenterError<ApiErrorDetails> {
  override readonly name: string = "ApiError";
  override readonly kind: "api" = "api";
}
export interface ApiError extends ApiErrorDetails {}

/** The service answered with success, but the body is empty, cut, no JSON object, or against the contract. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns the details
export class InvalidResponseError extends PartnerCenterError<InvalidResponseDetails> {
  override readonly name: string = "InvalidResponseError";
  override readonly kind: "invalid-response" = "invalid-response";
}
export interface InvalidResponseError extends InvalidResponseDetails {}

/** An attempt, or the call as a whole, took longer than the `timeout` option allows. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns the details
export class TimeoutError extends PartnerCenterError<TimeoutDetails> {
  override readonly name: string = "TimeoutError";
  override readonly kind: "timeout" = "timeout";
}
export interface TimeoutError extends TimeoutDetails {}

/**
 * No complete answer arrived: the name was not found, the connection was refused, lost or not
 * trusted, or the body was too large. `cause` has the words of what `fetch` threw, with credentials
 * blotted out.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns the details
export class ConnectionError extends PartnerCenterError<ConnectionDetails> {
  override readonly name: string = "ConnectionError";
  override readonly kind: "connection" = "connection";
}
export interface ConnectionError extends ConnectionDetails {}

/**
 * The credential gave no usable access token. `cause` has the words of what it threw, with
 * everything that looks like a secret blotted out.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns the details
export class CredentialError extends PartnerCenterError<CallFacts> {
  override readonly name: string = "CredentialError";
  override readonly kind: "credential" = "credential";
}
export interface CredentialError extends CallFacts {}

/** An option or argument cannot be used. Nothing was sent, so there are no ids. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns the details
export class ArgumentError extends PartnerCenterError<ArgumentDetails> {
  override readonly name: string = "ArgumentError";
  override readonly kind: "argument" = "argument";
}
export interface ArgumentError extends ArgumentDetails, Partial<CallFacts> {}

/** Any error of this package: a union that `switch (error.kind)` narrows. */
export type AnyPartnerCenterError =
  | ApiError
  | InvalidResponseError
  | TimeoutError
  | ConnectionError
  | CredentialError
  | ArgumentError;

/**
 * Tells whether a value is an error of this package, also of another copy of it.
 *
 * @example
 * if (isPartnerCenterError(error)) console.error(error.kind, error.sentRequestId);
 */
export function isPartnerCenterError(error: unknown): error is AnyPartnerCenterError {
  return Object(error)[brand] === true;
}

const guard =
  <Leaf extends AnyPartnerCenterError>(kind: Leaf["kind"]) =>
  (error: unknown): error is Leaf =>
    isPartnerCenterError(error) && error.kind === kind;

/**
 * Tells whether the service answered with an error.
 *
 * @example
 * if (isApiError(error) && error.status === 404) return undefined;
 */
export const isApiError: (error: unknown) => error is ApiError = /* @__PURE__ */ guard("api");

/**
 * Tells whether the service answered with success, but with no order in the body.
 *
 * @example
 * if (isInvalidResponseError(error)) console.error(error.contentType, error.snippet);
 */
export const isInvalidResponseError: (error: unknown) => error is InvalidResponseError =
  /* @__PURE__ */ guard("invalid-response");

/**
 * Tells whether a limit of the `timeout` option was hit.
 *
 * @example
 * if (isTimeoutError(error)) console.error(`${error.scope}: ${error.timeoutMs} ms`);
 */
export const isTimeoutError: (error: unknown) => error is TimeoutError =
  /* @__PURE__ */ guard("timeout");

/**
 * Tells whether no complete answer arrived.
 *
 * @example
 * if (isConnectionError(error)) console.error(error.cause);
 */
export const isConnectionError: (error: unknown) => error is ConnectionError =
  /* @__PURE__ */ guard("connection");

/**
 * Tells whether the credential gave no usable access token.
 *
 * @example
 * if (isCredentialError(error)) await signInAgain();
 */
export const isCredentialError: (error: unknown) => error is CredentialError =
  /* @__PURE__ */ guard("credential");

/**
 * Tells whether an option or argument was refused before anything was sent.
 *
 * @example
 * if (isArgumentError(error)) console.error(error.argument);
 */
export const isArgumentError: (error: unknown) => error is ArgumentError =
  /* @__PURE__ */ guard("argument");
