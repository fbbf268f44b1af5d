import type { Violation } from "./options.ts";

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

/** What an `ApiError` tells. */
export interface ApiErrorDetails extends CallFacts {
  /** HTTP status. A redirect, which is never followed, has its 3xx here, or 0 in browsers, which hide it. */
  readonly status: number;
  /** The service's own code as text, such as `"20000"`. Codes have a meaning only together with the status. */
  readonly code: string | undefined;
  /** The service's words for people; for a body that is not a fault, its beginning or the reason phrase. */
  readonly description: string | undefined;
  /**
   * The first 256 bytes of the body as text, with credentials redacted, when neither a code nor a
   * description was found in it; else undefined.
   */
  readonly snippet: string | undefined;
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

/** What an `InvalidResponseError` tells. */
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

/** What a `TimeoutError` tells. */
export interface TimeoutDetails extends CallFacts {
  /** Which limit was hit: that of one attempt (after the last retry), or that of the whole call. */
  readonly scope: "attempt" | "total";
  /** The limit, in milliseconds. */
  readonly timeoutMs: number;
}

/** What a `ConnectionError` tells. */
export interface ConnectionDetails extends CallFacts {
  /**
   * - `network`: the request or its response was lost, which is retried
   * - `too-large`: the body is larger than the `maxBodySize` option
   * - `not-a-response`: what a custom `fetch` returned is not a `Response` whose body can be read
   */
  readonly reason: "network" | "too-large" | "not-a-response";
  /** The platform's code, such as `ECONNRESET`, where it has one: browsers and workers have none. */
  readonly code: string | undefined;
}

/** What an `ArgumentError` tells. */
export interface ArgumentDetails {
  /** Name of the option or argument, such as `orderId`. */
  readonly argument: string;
}
