import { check } from "./arguments.ts";
import { ArgumentError } from "./errors.ts";
import type { FetchOptions } from "./options.ts";
import { readRequest } from "./read-request.ts";
import { redactCause } from "./redact.ts";
import { readServiceAddress } from "./service-address.ts";
import { type Call, redactFor } from "./transport/call.ts";
import { type Environment, realEnvironment } from "./transport/environment.ts";
import { abandon, type Reading, readBody } from "./transport/read-body.ts";
import type { Bytes, CompleteResponse } from "./transport/response.ts";
import { createTransport } from "./transport/transport.ts";
import { remainingOf, throwTimeout, waitFor } from "./transport/wait.ts";

/** A function that is called like the platform's `fetch`. */
export type FetchFunction = (
  input: string | URL | Request,
  init?: RequestInit,
) => Promise<Response>;

/**
 * A plain `fetch` with tokens, ids, deadlines and retries, for calls that this package has no
 * method for: call it, or pass it to a library that takes a `fetch`.
 *
 * It resolves for every status, with the body already complete, and rejects with timeout, connection,
 * credential and argument errors, or the reason of your signal; `signal: null` turns off the signal of a
 * `Request`. The headers `ms-requestid` and `ms-correlationid` serve as the ids of the call. A body
 * is read before it is sent, under the signal, the deadline and `maxBodySize`; if its stream fails, the
 * `ArgumentError` has a `cause` with its message.
 *
 * It refuses addresses of another origin than that of `baseUrl`, any `redirect` but `"manual"`,
 * `keepalive`, `integrity` and the mode `no-cors`: the error names it, and the request keeps its body.
 * Other options, such as `cache` and undici's `dispatcher`, go to the `fetch` beneath; of a `Request`,
 * those that it shows, which `dispatcher` is not.
 * @throws ArgumentError when an option cannot be used
 * @example
 * const fetch = createFetch({ credential });
 * const response = await fetch("https://api.partnercenter.microsoft.com/v1/customers");
 */
export function createFetch(options: FetchOptions): FetchFunction;
/** @internal With a clock and random numbers of the caller's. */
export function createFetch(options: FetchOptions, environment: Environment): FetchFunction;
export function createFetch(options: FetchOptions, environment = realEnvironment): FetchFunction {
  const transport = createTransport(options, environment);
  const { origin } = readServiceAddress(options);
  return async (input, init) => {
    const request = readRequest(input, init, origin);
    const { url, method, headers, options: passedOn } = request;
    const ids = {
      correlationId: headers.get("ms-correlationid") ?? undefined,
      requestId: headers.get("ms-requestid") ?? undefined,
    };
    return transport(
      { signal: request.signal, ...ids },
      async (send, call) => {
        // Errors of the body name the request that it belongs to.
        call.request = { url, method };
        const opened = request.open();
        // Read ahead, so that the request can be sent more than once.
        const body = opened.body && (await readRequestBody(opened.body, call));
        const headers = Object.fromEntries(opened.headers);
        return send({ url, method, headers, body, options: passedOn });
      },
      toResponse,
    );
  };
}

/** Reads the body of a request, under the limits of the call. */
function readRequestBody(request: Request, call: Call): Promise<Bytes> {
  const reading: Reading = {};
  const limit = call.settings.maxBodySize;
  const read = async (): Promise<Bytes> => {
    const body = await readBody(request, reading, limit).catch((error) => {
      const cause = redactCause(error, redactFor(call));
      const details = { argument: "body" };
      throw new ArgumentError(`body could not be read: ${cause.message}`, details, cause);
    });
    check(body !== "not-bytes", "body", "must be a stream of bytes");
    check(body !== "too-large", "body", `must not be larger than maxBodySize, ${limit} bytes`);
    return body;
  };
  const atLimit = () => throwTimeout(call, "total");
  return waitFor(call, remainingOf(call), read, atLimit, () => abandon(reading));
}

function toResponse({ url, status, statusText, headers, bytes }: CompleteResponse): Response {
  // The constructor refuses 0 (a redirect, in browsers) and statuses beyond 599, so the real one is set
  // afterwards. Some statuses must have no body, not even an empty one.
  const allowed = status > 199 && status < 600 ? status : 500;
  const response = new Response(bytes.length ? bytes : null, {
    status: allowed,
    statusText,
    headers,
  });
  return Object.defineProperties(response, { status: { value: status }, url: { value: url } });
}
