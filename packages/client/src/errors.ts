import { brand, CallError, type CallFacts, PartnerCenterError } from "./base-error.ts";

/** The service responded with an error status, whatever the body was. */
export class ApiError extends CallError {
  /** The kind of the error. */
  override readonly kind: "api" = "api";
  /** HTTP status. A redirect, which is never followed, has its 3xx here, or 0 in browsers, which hide it. */
  declare readonly status: number;
  /** The service's own code, such as `"20000"`. Codes have a meaning only together with the status. */
  declare readonly code: string | undefined;
  /** The service's message for people; for a body that is not a fault, its beginning or the reason phrase. */
  declare readonly description: string | undefined;
  /** The first 256 bytes of a body without code and description, with credentials redacted. */
  declare readonly snippet: string | undefined;
  /** Details that the service added, such as the address of a help page. */
  declare readonly data: readonly string[] | undefined;
  /** The part of the service that failed, such as `PartnerFD`. */
  declare readonly source: string | undefined;
  /** Headers of the response, with credentials redacted. */
  declare readonly headers: Headers;
  /**
   * How long the service asked to wait, in milliseconds: `retry-after-ms`, `x-ms-retry-after-ms`, or
   * `Retry-After` in seconds or as an HTTP date. Undefined without a wait, or for more than a day.
   */
  declare readonly retryAfterMs: number | undefined;
  /** What to do about it, for the codes that this package knows. */
  declare readonly hint: string | undefined;

  constructor(message: string, details: ApiErrorDetails, cause?: Error) {
    super("ApiError", message, details, cause);
  }
}

/** One place where a response breaks the contract. */
export interface Violation {
  /** JSON pointer to the place, such as `/lineItems/0/quantity`; empty for the body itself. */
  readonly pointer: string;
  /** What is wrong there, such as `must be integer`. */
  readonly message: string;
}

/** The service responded with success, but the body is empty, cut, or not what the contract has there. */
export class InvalidResponseError extends CallError {
  /** The kind of the error. */
  override readonly kind: "invalid-response" = "invalid-response";
  /** HTTP status, 2xx. */
  declare readonly status: number;
  /** The `Content-Type` of the response, when it has one. */
  declare readonly contentType: string | undefined;
  /** The first 256 bytes of the body, with credentials redacted. */
  declare readonly snippet: string;
  /** Headers of the response, with credentials redacted. */
  declare readonly headers: Headers;
  /** Where the body breaks the contract, when it is JSON and the `validate` option is set; else empty. */
  declare readonly violations: readonly Violation[];

  constructor(message: string, details: InvalidResponseDetails, cause?: Error) {
    super("InvalidResponseError", message, details, cause);
  }
}

/** An attempt, or the call as a whole, took longer than the `timeout` option allows. */
export class TimeoutError extends CallError {
  /** The kind of the error. */
  override readonly kind: "timeout" = "timeout";
  /** Which limit was hit: that of one attempt (after the last retry), or that of the whole call. */
  declare readonly scope: "attempt" | "total";
  /** The limit, in milliseconds. */
  declare readonly timeoutMs: number;

  constructor(message: string, details: TimeoutDetails, cause?: Error) {
    super("TimeoutError", message, details, cause);
  }
}

/**
 * No complete response arrived: name, TLS, connection refused or lost, a body that is too large, or a
 * custom `fetch` that returned something else. `cause` has the message of what `fetch` threw, redacted.
 */
export class ConnectionError extends CallError {
  /** The kind of the error. */
  override readonly kind: "connection" = "connection";
  /**
   * - `network`: the request or its response was lost, which is retried
   * - `too-large`: the body is larger than the `maxBodySize` option
   * - `not-a-response`: what a custom `fetch` returned is not a `Response` whose body can be read
   */
  declare readonly reason: "network" | "too-large" | "not-a-response";
  /** The platform's code, such as `ECONNRESET`, where it has one: browsers and workers have none. */
  declare readonly code: string | undefined;

  constructor(message: string, details: ConnectionDetails, cause?: Error) {
    super("ConnectionError", message, details, cause);
  }
}

/** There is no usable access token. Of what the credential threw, it has the name and the codes only. */
export class CredentialError extends CallError {
  /** The kind of the error. */
  override readonly kind: "credential" = "credential";

  constructor(message: string, facts: CallFacts, cause?: Error) {
    super("CredentialError", message, facts, cause);
  }
}

/** An option or argument cannot be used. Nothing was sent, so there are no ids. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the facts are optional, and never there
export class ArgumentError extends PartnerCenterError {
  /** The kind of the error. */
  override readonly kind: "argument" = "argument";
  /** Name of the option or argument, such as `orderId`. */
  readonly argument: string;

  constructor(message: string, details: ArgumentDetails, cause?: Error) {
    super("ArgumentError", message, cause);
    this.argument = details.argument;
  }
}
/** Lets code read the ids of any error; an `ArgumentError` has none. */
export interface ArgumentError extends Partial<CallFacts> {}

/** What an `ApiError` tells. */
export type ApiErrorDetails = CallFacts & Omit<ApiError, keyof CallError>;
/** What an `InvalidResponseError` tells. */
export type InvalidResponseDetails = CallFacts &
  Pick<InvalidResponseError, "status" | "contentType" | "snippet" | "headers" | "violations">;
/** What a `TimeoutError` tells. */
export type TimeoutDetails = CallFacts & Pick<TimeoutError, "scope" | "timeoutMs">;
/** What a `ConnectionError` tells. */
export type ConnectionDetails = CallFacts & Pick<ConnectionError, "reason" | "code">;
/** What an `ArgumentError` tells. */
export type ArgumentDetails = Pick<ArgumentError, "argument">;

/** Any error of this package: a union that `switch (error.kind)` narrows. */
export type AnyPartnerCenterError =
  | ApiError
  | InvalidResponseError
  | TimeoutError
  | ConnectionError
  | CredentialError
  | ArgumentError;

/** Whether a value is our error, of any copy: `if (isPartnerCenterError(error)) log(error.kind)`. */
export function isPartnerCenterError(error: unknown): error is AnyPartnerCenterError {
  return Object(error)[brand] === true;
}

const guard =
  <Leaf extends AnyPartnerCenterError>(kind: Leaf["kind"]) =>
  (error: unknown): error is Leaf =>
    isPartnerCenterError(error) && error.kind === kind;

/** Whether the service responded with an error: `if (isApiError(error)) log(error.status)`. */
export const isApiError: (error: unknown) => error is ApiError = /* @__PURE__ */ guard("api");

/** Whether a success had another body: `if (isInvalidResponseError(error)) log(error.snippet)`. */
export const isInvalidResponseError: (error: unknown) => error is InvalidResponseError =
  /* @__PURE__ */ guard("invalid-response");

/** Whether a limit of `timeout` was hit: `if (isTimeoutError(error)) log(error.scope)`. */
export const isTimeoutError: (error: unknown) => error is TimeoutError =
  /* @__PURE__ */ guard("timeout");

/** Whether no complete response arrived: `if (isConnectionError(error)) log(error.cause)`. */
export const isConnectionError: (error: unknown) => error is ConnectionError =
  /* @__PURE__ */ guard("connection");

/** Whether there is no usable token: `if (isCredentialError(error)) await signInAgain()`. */
export const isCredentialError: (error: unknown) => error is CredentialError =
  /* @__PURE__ */ guard("credential");

/** Whether an option or argument was refused: `if (isArgumentError(error)) log(error.argument)`. */
export const isArgumentError: (error: unknown) => error is ArgumentError =
  /* @__PURE__ */ guard("argument");
