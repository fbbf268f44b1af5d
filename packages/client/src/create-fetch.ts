import { check, tryTo } from "./arguments.ts";
import type { FetchOptions } from "./options.ts";
import { readServiceAddress } from "./service-address.ts";
import type { Answer } from "./transport/answer.ts";
import { type Environment, realEnvironment } from "./transport/environment.ts";
import { createTransport } from "./transport/transport.ts";

/** A function that is called like the platform's `fetch`. */
export type FetchFunction = (
  input: string | URL | Request,
  init?: RequestInit,
) => Promise<Response>;

/**
 * A plain `fetch` with tokens, ids, deadlines and retries, for calls that this package has no
 * function for: give it to whatever takes a `fetch`, or call it.
 *
 * It resolves for every status, with the body already complete, and rejects with timeout,
 * connection, credential and argument errors, or the reason of your signal. Of the request it takes
 * method, headers, body and signal; `ms-requestid` and `ms-correlationid` among the headers serve as
 * the ids of the call. Addresses of another origin than that of `baseUrl` are refused, and redirects
 * are not followed.
 *
 * @throws ArgumentError when an option cannot be used
 * @example
 * const fetch = createFetch({ credential });
 * const response = await fetch("https://api.partnercenter.microsoft.com/v1/customers");
 */
export function createFetch(options: FetchOptions): FetchFunction;
/** @internal With time and chance of the caller's. */
export function createFetch(options: FetchOptions, environment: Environment): FetchFunction;
export function createFetch(options: FetchOptions, environment = realEnvironment): FetchFunction {
  const transport = createTransport(options, environment);
  const { origin } = readServiceAddress(options);
  return async (input, init) => {
    // What is thrown here may quote a header, and is not passed on.
    // A request would keep a listener on the signal, also when all is over.
    const signal = init?.signal ?? Object(input).signal;
    const request = tryTo(() => new Request(input, { ...init, signal: null }));
    check(request && new URL(request.url).origin === origin, "input", `must be at ${origin}`);
    const { url, method, headers } = request;
    // Read ahead, so that the request can be sent more than once.
    const body = await request.arrayBuffer();
    return transport(
      {
        signal,
        correlationId: headers.get("ms-correlationid"),
        requestId: headers.get("ms-requestid"),
      },
      (send) => send({ url, method, headers: Object.fromEntries(headers), body }),
      toResponse,
    );
  };
}

function toResponse({ response: { url }, status, statusText, headers, bytes }: Answer): Response {
  // The constructor refuses 0 (a redirect, in browsers) and what is beyond 599.
  const allowed = status > 199 && status < 600 ? status : 500;
  // Some statuses may have no body, not even an empty one.
  const body = bytes.length ? bytes : null;
  const response = new Response(body, { status: allowed, statusText, headers });
  return Object.defineProperties(response, { status: { value: status }, url: { value: url } });
}
