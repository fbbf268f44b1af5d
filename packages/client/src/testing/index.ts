/**
 * What a test needs instead of a server: a `fetch` that responds with the contract's examples, with
 * faults on demand, and the examples as typed fixtures. A bundle that does not import it has none of it.
 * @packageDocumentation
 */
import { type ExampleName, method, path } from "../generated/examples.ts";
import { type CustomResponse, createResponse, type TestResponse } from "./test-response.ts";

export { apiFaults, orders } from "../generated/examples.ts";
export type { CustomResponse, ExampleName, TestResponse };

/** A request that was sent to a test fetch. */
export interface SentRequest {
  /** HTTP method. */
  readonly method: string;
  /** The whole URL. */
  readonly url: string;
  /** Every header, the token included. */
  readonly headers: Headers;
}

/** A `fetch` without a network, and the requests that it got. */
export interface TestFetch {
  /** Called like the platform's `fetch`. */
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** The requests so far, the oldest first. */
  readonly requests: readonly SentRequest[];
}

/**
 * Makes a `fetch` that responds with the contract's examples. Of several responses, each request gets
 * the next one, and the last stays.
 *
 * A 429 says `Retry-After: 0`, so that a test does not wait; set `retry: { minDelay: 0 }` for the
 * other retries. Requests that the contract does not know reject with a `TypeError`.
 * @param responses example names, statuses, `"timeout"`, `"reset"`, `"cut"`, or responses of your own
 * @example
 * const fetch = createTestFetch(429, "order-legacy");
 * const client = createClient({ credential: "test", fetch });
 * const { data } = await client.getOrder({ customerId: "a", orderId: "b" });
 * expect(data).toEqual(orders["order-legacy"]);
 * expect(fetch.requests).toHaveLength(2);
 */
export function createTestFetch(...responses: readonly TestResponse[]): TestFetch {
  const requests: SentRequest[] = [];
  const testFetch = async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const { url, headers } = request;
    requests.push({ method: request.method, url, headers });
    const { pathname } = new URL(url);
    if (request.method !== method || !path.test(pathname)) {
      throw new TypeError(`The contract has no ${request.method} ${pathname}`);
    }
    return createResponse(responses[requests.length - 1] ?? responses.at(-1) ?? 200, request);
  };
  return Object.assign(testFetch, { requests });
}
