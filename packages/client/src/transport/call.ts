import type { CallFacts } from "../error-details.ts";
import type { AbortSignalLike } from "../options.ts";
import { createRedact, type Redact } from "../redact.ts";
import type { Answer, Bytes } from "./answer.ts";
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
  /** There as soon as the operation has made it. */
  request: RequestParts;
  readonly signal: AbortSignalLike | undefined;
  readonly timeout: Timeouts;
  readonly correlationId: string;
  /** The id of the request that is sent next, or was sent last. */
  requestId: string;
  /** Whether the request with this id was answered, so that the next one needs a new id. */
  answered?: boolean;
  /** Requests sent so far. */
  attempts: number;
  /** When the call began, by `Environment.now`. */
  readonly startedAt: number;
  /** Whether a refused token was replaced already. */
  replayed?: boolean;
  /** The token to send, and all that were sent. */
  token?: string;
  readonly secrets: string[];
}

/**
 * One layer of the transport: sends a call, and resolves with a complete answer of any status. Each
 * layer is a function from `Send` to `Send`.
 */
export type Send = (call: Call) => Promise<Answer>;

/** Path of a call's URL, without host and query. */
const pathOf = (call: Call): string => new URL(call.request.url).pathname;

/** Takes the tokens of a call out of a text. */
export const redactFor = (call: Call): Redact => createRedact(call.secrets);

/** The ids of a call, sent and received. */
export function idsOf(call: Call, answer?: Answer) {
  const { requestId, correlationId } = call;
  const received = (name: string, sent: string): string => {
    const value = answer?.headers.get(name);
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
export const factsOf = (call: Call, answer?: Answer): CallFacts => ({
  method: call.request.method,
  path: pathOf(call),
  attempts: call.attempts,
  ...idsOf(call, answer),
});
