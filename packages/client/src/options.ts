import type { Credential } from "./credential.ts";
import type { Violation } from "./errors.ts";
import type { ClientEvent } from "./events.ts";

/** Where the service is. */
export interface ServiceOptions {
  /**
   * Address of the service, with or without a path. https, except for loopback.
   * China (21Vianet) is `https://partner.partnercenterapi.microsoftonline.cn`.
   * @default "https://api.partnercenter.microsoft.com"
   */
  readonly baseUrl?: string | undefined;
  /**
   * Version of the API, the `1` of `/v1/`.
   * @default "1"
   */
  readonly apiVersion?: string | undefined;
}

/** How long a call may take, its body and every wait included. */
export interface TimeoutOptions {
  /**
   * Limit for one request and its response, in milliseconds; `false` for none. The client's limit, not
   * the call's, also applies to the credential, which all calls share.
   * @default 30_000
   */
  readonly attempt?: number | false | undefined;
  /**
   * Limit for the whole call with its retries, waits and tokens, in milliseconds; `false` for none.
   * @default 120_000
   */
  readonly total?: number | false | undefined;
}

/**
 * How a failed request is repeated: after a lost connection, a timeout of the attempt, and the
 * statuses 408, 429, 500, 502, 503 and 504. Requests other than GET, HEAD and OPTIONS are not.
 *
 * All calls of a client share 100 retries. A call that succeeds after a retry gives one back, any other
 * success a fifth of one, and each second adds one. With none left, failed requests are not repeated.
 */
export interface RetryOptions {
  /**
   * How many further requests a call may send: a whole number from 0 to 100, the size of the budget.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * The shortest wait before a retry, in milliseconds. Waits are random, spread evenly from `minDelay`
   * to `minDelay * 2 ** retry`; a longer `Retry-After` counts instead.
   * @default 250
   */
  readonly minDelay?: number | undefined;
  /**
   * The longest random wait, in milliseconds. `Retry-After` may be longer, up to a day.
   * @default 8_000
   */
  readonly maxDelay?: number | undefined;
}

/** A `fetch` that this package can send its requests with; the platform's own is one. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** Options of `createFetch`. */
export interface FetchOptions {
  /** Where access tokens come from. The only option that has no default. */
  readonly credential: Credential;
  /**
   * The scopes that `getToken` of a credential is called with.
   * @default "https://api.partnercenter.microsoft.com/.default"
   */
  readonly scopes?: string | string[] | undefined;
  /** As in {@link ServiceOptions}. Tokens are sent to its origin only. */
  readonly baseUrl?: string | undefined;
  /**
   * Sends the requests, through a proxy or in a test for example. It is called without `this`. A value
   * that is not a `Response` fails the call as a `ConnectionError` with the reason `not-a-response`.
   * @default globalThis.fetch
   */
  readonly fetch?: FetchLike | undefined;
  /**
   * Headers for every request, such as `x-locale`. They replace the defaults; one that is undefined is
   * not sent. The client itself sets `authorization`, `ms-requestid` and `ms-correlationid`, so these
   * are refused here.
   * @default { accept: "application/json", "ms-contract-version": "v1" }
   */
  readonly headers?:
    | Readonly<Record<string, string | undefined>>
    | Iterable<readonly [string, string]>
    | undefined;
  /** How long a call may take. */
  readonly timeout?: TimeoutOptions | undefined;
  /** How failed requests are repeated; `false` for never. */
  readonly retry?: RetryOptions | false | undefined;
  /**
   * The largest body in bytes, decompressed: of a response (else a `ConnectionError` with the reason
   * `too-large`) and of a request of `createFetch` (else an `ArgumentError`). `Infinity` is no limit.
   * @default 10_485_760 (10 MiB)
   */
  readonly maxBodySize?: number | undefined;
  /** Called with what the client does, for logs and metrics. What it throws is ignored. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** Options of `createClient`. */
export interface ClientOptions extends FetchOptions, ServiceOptions {
  /**
   * Compares the JSON of each success with the contract: `validate()` of
   * `@partner-center/client/validate`. It is called with the body, the name of the operation, such as
   * `getOrder`, and the status. With a violation the call rejects with an `InvalidResponseError`.
   * @default bodies are not compared
   */
  readonly validate?:
    | ((body: unknown, operation: string, status: number) => readonly Violation[])
    | undefined;
}

/** What a call needs of a signal: every `AbortSignal` is one, and so are those of polyfills. */
export interface AbortSignalLike {
  /** Whether the caller has given up. */
  readonly aborted: boolean;
  /** What the call rejects with; an `AbortError` when the signal has no reason. */
  readonly reason?: unknown;
  /** Adds a listener that is called when the caller gives up. */
  addEventListener(type: "abort", listener: () => void): void;
  /** Removes the listener, at the end of each wait. */
  removeEventListener(type: "abort", listener: () => void): void;
}

/** Options of one call. */
export interface CallOptions {
  /**
   * Ends the call when it is aborted; the call then rejects with the signal's `reason`, whatever it
   * is. A reason never counts as an outcome: it is not retried and not reported as an error.
   */
  readonly signal?: AbortSignalLike | undefined;
  /**
   * Your id for this call, a GUID, sent as `ms-correlationid` with each of its requests. The vendor
   * says to use a new one for every call; to give all calls of one piece of work the same is our advice
   * (https://learn.microsoft.com/partner-center/developer/headers).
   * @default a new GUID
   */
  readonly correlationId?: string | undefined;
  /**
   * Your id for the request, a GUID, sent as `ms-requestid` until a response arrives; a request after
   * that gets a new one (https://learn.microsoft.com/partner-center/developer/headers).
   * @default a new GUID
   */
  readonly requestId?: string | undefined;
  /** How long this call may take; what is left out is as the client's. */
  readonly timeout?: TimeoutOptions | undefined;
}
