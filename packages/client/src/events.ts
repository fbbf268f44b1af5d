import type { CallFacts, ErrorKind } from "./base-error.ts";
import type { AnyPartnerCenterError } from "./errors.ts";

/** What every event tells. */
export interface CallEvent extends CallFacts {
  /** Time since the call began, in milliseconds. */
  readonly durationMs: number;
}

/** A request is about to be sent. */
export interface RequestEvent extends CallEvent {
  /** Tells the events apart. */
  readonly type: "request";
}

/** A response arrived, whatever its status. */
export interface ResponseEvent extends CallEvent {
  /** Tells the events apart. */
  readonly type: "response";
  /** HTTP status. */
  readonly status: number;
}

/** The call waits before it sends a request. */
export interface RetryEvent extends CallEvent {
  /** Tells the events apart. */
  readonly type: "retry";
  /** How long the call waits, in milliseconds. */
  readonly delayMs: number;
  /** Why: the status of the last response, what happened instead of one, or a pause after a 429. */
  readonly reason: number | "timeout" | "connection" | "pause";
}

/** The credential was asked for a token and returned one. */
export interface TokenEvent extends CallEvent {
  /** Tells the events apart. */
  readonly type: "token";
}

/** The call failed. */
export interface FailureEvent extends CallEvent {
  /** Tells the events apart. */
  readonly type: "error";
  /** The error's kind, or `aborted` when the caller's signal ended the call. */
  readonly kind: ErrorKind | "aborted";
  /** The error that the call rejects with; undefined when the caller's signal ended the call. */
  readonly error: AnyPartnerCenterError | undefined;
}

/** What the `onEvent` option is called with. No event holds a credential. */
export type ClientEvent = RequestEvent | ResponseEvent | RetryEvent | TokenEvent | FailureEvent;
