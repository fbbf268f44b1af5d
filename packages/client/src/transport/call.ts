import type { CallFacts } from "../base-error.ts";
import type { CallEvent, ClientEvent } from "../events.ts";
import type { AbortSignalLike } from "../options.ts";
import { createRedact, type Redact } from "../redact.ts";
import type { Bytes, CompleteResponse } from "./response.ts";
import type { Settings, Timeouts } from "./settings.ts";

/** What is sent: a request as the contract, or the caller of `createFetch`, made it. */
export interface RequestParts {
  readonly url: string;
  readonly method: string;
  /** Besides those that the transport sets. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Bytes | undefined;
  /** For the `fetch` beneath, as the caller gave them. */
  readonly options?: RequestInit;
}

/** One call with everything that changes while it is under way: no state is shared between calls. */
export interface Call {
  readonly settings: Settings;
  /** A request to the base URL, until the operation has made its own. */
  request: RequestParts;
  readonly signal: AbortSignalLike | undefined;
  readonly timeout: Timeouts;
  readonly correlationId: string;
  /** The id of the request that is sent next, or was sent last. */
  requestId: string;
  /** Whether the request with this id got a response, so that the next one needs a new id. */
  hasResponse?: boolean;
  /** Requests sent so far. */
  attempts: number;
  /** When the call began, by `Environment.now`. */
  readonly startedAt: number;
  /** Whether a refused token has been replaced. */
  isReplayed?: boolean;
  /** The token to send, and all that were sent. */
  token?: string;
  readonly secrets: string[];
}

/** Sends a call, and resolves for every status. Each layer is a function from `Send` to `Send`. */
export type Send = (call: Call) => Promise<CompleteResponse>;

/** Takes the tokens of a call out of a string. */
export const redactFor = (call: Call): Redact => createRedact(call.secrets);

/**
 * The id of the next request. By the vendor's rule it stays the same on a retry after a timeout or
 * a lost connection, so that the service recognises the request, and is new after any response.
 * Source: https://learn.microsoft.com/partner-center/developer/headers
 */
export const nextRequestId = ({ hasResponse, requestId, settings }: Call): string =>
  hasResponse ? settings.environment.newId() : requestId;

/** The ids of a call, sent and received. */
export function idsOf(call: Call, response?: CompleteResponse) {
  const { requestId, correlationId } = call;
  const received = (name: string, sent: string): string => {
    const value = response?.headers.get(name);
    if (!value || value === sent) return sent;
    // A proxy may have doubled the header ("a, a"), or sent the token back in it.
    return redactFor(call)(value.replace(/,.*/, "")) || sent;
  };
  return {
    requestId: received("ms-requestid", requestId),
    correlationId: received("ms-correlationid", correlationId),
    sentRequestId: requestId,
    sentCorrelationId: correlationId,
  };
}

/** What an error tells of a call. */
export const factsOf = (call: Call, response?: CompleteResponse): CallFacts => ({
  method: call.request.method,
  path: new URL(call.request.url).pathname,
  attempts: call.attempts,
  ...idsOf(call, response),
});

/** An event without what {@link report} adds to each. */
type EventDetails = ClientEvent extends infer Event
  ? Event extends CallEvent
    ? Omit<Event, keyof CallEvent>
    : never
  : never;

/** Calls the `onEvent` hook, if there is one. If it throws or rejects, the call goes on. */
export function report(call: Call, details: EventDetails, response?: CompleteResponse): void {
  const { onEvent, environment } = call.settings;
  if (!onEvent) return;
  const durationMs = environment.now() - call.startedAt;
  new Promise((resolve) => {
    // The details of one event and what all events have make up that event.
    resolve(onEvent({ ...details, ...factsOf(call, response), durationMs } as ClientEvent));
  }).catch(() => {});
}
