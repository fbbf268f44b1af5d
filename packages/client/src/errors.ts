import type {
  ApiErrorDetails,
  ArgumentDetails,
  CallFacts,
  ConnectionDetails,
  InvalidResponseDetails,
  TimeoutDetails,
} from "./error-details.ts";
import { toMessage } from "./text.ts";

/**
 * What went wrong, as a value that never changes: branch on it, not on messages.
 *
 * - `api`: the service answered with an error ({@link ApiError})
 * - `invalid-response`: it answered with success, but with no order in it ({@link InvalidResponseError})
 * - `timeout`: an attempt or the whole call took too long ({@link TimeoutError})
 * - `connection`: no complete response arrived ({@link ConnectionError})
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

/** Marks our errors across copies of this package, where `instanceof` does not hold. */
const brand = Symbol.for("PartnerCenterError");

// Each class below is merged with the interface of its details: its constructor assigns them all.

/**
 * The base of every error that this package throws. No property of it ever holds a credential; a
 * message is one line of at most 2 kB. When
 * the caller's own `AbortSignal` ends a call, its `reason` is thrown instead, untouched.
 */
export class PartnerCenterError<Details = object> extends Error {
  /** Name of the class, such as `ApiError`. */
  declare readonly name: string;
  /** Which kind of error this is; see {@link ErrorKind}. */
  declare readonly kind: ErrorKind;

  constructor(message: string, details: Details & Partial<CallFacts>, cause?: Error) {
    const { method, path } = details;
    super(toMessage(path ? `${method} ${path}: ${message}` : message), cause && { cause });
    Object.assign(this, details);
  }

  get [brand](): boolean {
    return true;
  }

  /**
   * All that the error tells, as plain data: loggers and `JSON.stringify` leave out the message, the
   * headers and the cause of an error otherwise.
   *
   * @example
   * if (isPartnerCenterError(error)) log.error(error.toJSON());
   */
  toJSON(): Record<string, unknown> {
    const { message, cause } = this;
    const json: Record<string, unknown> = {};
    Object.assign(json, { message }, this);
    if (json.headers instanceof Headers) json.headers = Object.fromEntries(json.headers);
    if (cause instanceof Error) json.cause = Object.assign({ message: cause.message }, cause);
    return json;
  }
}

/** The service answered with an error status, whatever the body was. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns the details
export class ApiError extends PartnerCenterError<ApiErrorDetails> {
  override readonly name: string = "ApiError";
  override readonly kind: "api" = "api";
}
export interface ApiError extends ApiErrorDetails {}

/** The service answered with success, but the body is empty, cut, not an order, or against the contract. */
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
 * No complete response arrived: the name was not found, the connection was refused, lost or not
 * trusted, the body was too large, or a custom `fetch` returned something else. `cause` has the
 * message of what `fetch` threw, with credentials blotted out.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns the details
export class ConnectionError extends PartnerCenterError<ConnectionDetails> {
  override readonly name: string = "ConnectionError";
  override readonly kind: "connection" = "connection";
}
export interface ConnectionError extends ConnectionDetails {}

/**
 * The credential gave no usable access token. The message and `cause` have the name and codes of what
 * it threw, such as `AADSTS7000215`, and nothing else: its message may hold a secret.
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
 * Tells whether no complete response arrived.
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
