import type { AnyPartnerCenterError, CallFacts, ErrorKind } from "./errors.ts";

/** A request is about to be sent. */
export interface RequestEvent extends CallFacts {
  readonly type: "request";
}

/** An answer arrived, whatever its status. */
export interface ResponseEvent extends CallFacts {
  readonly type: "response";
  /** HTTP status. */
  readonly status: number;
  /** Time from sending the request to the end of the body, in milliseconds. */
  readonly durationMs: number;
}

/** The call waits before it sends a request. */
export interface RetryEvent extends CallFacts {
  readonly type: "retry";
  /** How long the call waits, in milliseconds. */
  readonly delayMs: number;
  /** Why: the status of the last answer, what happened instead of one, or that the customer has to wait. */
  readonly reason: number | "timeout" | "network" | "pause";
}

/** The credential was asked for a token and gave one. */
export interface TokenEvent extends CallFacts {
  readonly type: "token";
  /** How long the credential took, in milliseconds. */
  readonly durationMs: number;
}

/** The call failed. */
export interface FailureEvent extends CallFacts {
  readonly type: "error";
  /** The error's kind, or `aborted` when the caller's signal ended the call. */
  readonly kind: ErrorKind | "aborted";
  /** The error that the call rejects with; undefined when the caller's signal ended the call. */
  readonly error: AnyPartnerCenterError | undefined;
  /** Time from the start of the call, in milliseconds. */
  readonly durationMs: number;
}

/** What the `onEvent` option is told. No event holds a credential. */
export type ClientEvent = RequestEvent | ResponseEvent | RetryEvent | TokenEvent | FailureEvent;
