import { toMessage } from "./strings.ts";

/** What went wrong: branch on it, not on messages. Each kind has a class, such as `ApiError` for `api`. */
export type ErrorKind =
  | "api"
  | "invalid-response"
  | "timeout"
  | "connection"
  | "credential"
  | "argument";

/** Marks our errors across copies of this package, where `instanceof` does not hold. */
export const brand = Symbol.for("PartnerCenterError");

/**
 * The base of every error that this package throws. No property holds a credential; a message is one
 * line of at most 2 kB. When the caller's own signal ends a call, its `reason` is thrown instead.
 */
export class PartnerCenterError extends Error {
  /** Name of the class, such as `ApiError`. */
  override readonly name: string;
  /** Which kind of error this is; see {@link ErrorKind}. */
  declare readonly kind: ErrorKind;

  constructor(name: string, message: string, cause?: Error) {
    super(toMessage(message), cause && { cause });
    this.name = name;
  }

  /** Tells our errors from others; see `isPartnerCenterError`. */
  get [brand](): boolean {
    return true;
  }

  /** The error as plain data for logs: `log.error(error.toJSON())` has message, headers and cause. */
  toJSON(): Record<string, unknown> {
    const { message, cause } = this;
    const json: Record<string, unknown> = {};
    Object.assign(json, { message }, this);
    if (json.headers instanceof Headers) json.headers = Object.fromEntries(json.headers);
    if (cause instanceof Error) json.cause = Object.assign({ message: cause.message }, cause);
    return json;
  }
}

/** What is known of a call. Every event has it, and every error except `ArgumentError`. */
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

/** The base of the errors that a call ends with once its request is known. */
export class CallError extends PartnerCenterError implements CallFacts {
  /** HTTP method, such as `GET`. */
  declare readonly method: string;
  /** Path of the URL as it was sent, without host and query. */
  declare readonly path: string;
  /** How many requests were sent for the call; 0 when it failed before the first. */
  declare readonly attempts: number;
  /** The service's id of the last request, else the one that was sent. */
  declare readonly requestId: string;
  /** The service's id of the call, else the one that was sent. */
  declare readonly correlationId: string;
  /** The `ms-requestid` of the last request that was sent, or was about to be. */
  declare readonly sentRequestId: string;
  /** The `ms-correlationid` of the call. */
  declare readonly sentCorrelationId: string;

  constructor(name: string, message: string, facts: CallFacts, cause?: Error) {
    super(name, `${facts.method} ${facts.path}: ${message}`, cause);
    // The details of a subclass come with them: its fields are declared, and assigned here.
    Object.assign(this, facts);
  }
}
