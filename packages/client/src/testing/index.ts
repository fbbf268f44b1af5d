/**
 * What a test needs instead of a server: a `fetch` that responds with the contract's examples, with
 * faults on demand, and the examples as typed fixtures. A bundle that does not import it has none of it.
 * @packageDocumentation
 */
import { examples, serverPaths, testOperations } from "../generated/examples.ts";
import { customParts } from "../test-operation.ts";
import {
  type CalledOperation,
  type CustomResponse,
  createResponse,
  type ExampleName,
  type OperationName,
  type TestResponse,
} from "./test-response.ts";

export type { CustomResponse, ExampleName, OperationName, TestResponse };
// From an import that the declarations keep, since their first statement carries the module's comment.
export { examples };

/** A request that was sent to a test fetch. */
export interface SentRequest {
  /** The operation of the contract; undefined for a request that the contract does not know. */
  readonly operation: OperationName | undefined;
  /** HTTP method. */
  readonly method: string;
  /** The whole URL. */
  readonly url: string;
  /** Every header, the token included. */
  readonly headers: Headers;
  /** The body as text; empty without one. */
  readonly body: string;
}

/** A `fetch` without a network, and the requests that it got. */
export interface TestFetch {
  /** Called like the platform's `fetch`. */
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** The requests so far, the oldest first. */
  readonly requests: readonly SentRequest[];
}

/** Responses by operation, in the order in which its requests get them. */
export type OperationResponses = {
  readonly [Name in OperationName]?: readonly TestResponse<Name>[] | undefined;
};

/**
 * Makes a `fetch` that responds with the contract's examples. Of several responses, each request gets
 * the next one, and the last stays. An operation without any responds with its first success.
 *
 * A 429 says `Retry-After: 0`, so that a test does not wait; set `retry: { minDelay: 0 }` for the
 * other retries. Requests that the contract does not know reject with a `TypeError`.
 * @param responses by operation: example names, statuses, `"timeout"`, `"reset"`, `"cut"`, or responses
 *   of your own
 * @throws TypeError for an operation that the contract does not have
 * @example
 * const fetch = createTestFetch({ getOrder: [429, "order-legacy"] });
 * const client = createClient({ credential: "test", fetch });
 * const { data } = await client.getOrder({ customerId: "a", orderId: "b" });
 * expect(data).toEqual(examples.getOrder["order-legacy"]);
 * expect(fetch.requests).toHaveLength(2);
 */
export function createTestFetch(responses: OperationResponses): TestFetch;
/**
 * The same for requests of any operation.
 * @param responses as above, in the order of the requests
 * @example
 * const fetch = createTestFetch(429, "order-legacy");
 */
export function createTestFetch(...responses: readonly TestResponse[]): TestFetch;
export function createTestFetch(
  ...given: readonly (OperationResponses | TestResponse)[]
): TestFetch {
  const responsesTo = readResponses(given);
  const requests: SentRequest[] = [];
  const testFetch = async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const { url, headers, method } = request;
    const operation = findOperation(request);
    // The name of an operation of the contract.
    const name = operation?.name as OperationName | undefined;
    const sent = { operation: name, method, url, headers, body: "" };
    requests.push(sent);
    const responses = responsesTo(name);
    const isCounted = (each: SentRequest) => !responses.isOwn || each.operation === name;
    const index = requests.filter(isCounted).length - 1;
    if (request.body) sent.body = await request.text();
    if (!operation) throw new TypeError(`The contract has no ${method} ${new URL(url).pathname}`);
    const response = responses.list[index] ?? responses.list.at(-1);
    return createResponse(response, request, operation);
  };
  return Object.assign(testFetch, { requests });
}

/** Which responses the requests of an operation get, and whether they are its own. */
function readResponses(given: readonly (OperationResponses | TestResponse)[]) {
  const [first] = given;
  const keys = given.length === 1 && typeof first === "object" ? Object.keys(first) : [];
  const isByOperation = keys.length > 0 && !keys.some((key) => customParts.includes(key));
  if (!isByOperation) {
    // The other form of the arguments.
    const list = given as readonly TestResponse[];
    return () => ({ list, isOwn: false });
  }
  const byOperation = new Map<string, unknown>(Object.entries(Object(first)));
  for (const [name, list] of byOperation) {
    if (!Object.hasOwn(testOperations, name)) {
      const names = Object.keys(testOperations).join(", ");
      throw new TypeError(`The contract has no operation ${name}; it has ${names}`);
    }
    if (list !== undefined && !Array.isArray(list)) {
      throw new TypeError(`Give the responses to ${name} as a list, such as [429, 200]`);
    }
  }
  return (name: string | undefined) => {
    const list = byOperation.get(name ?? "") ?? [];
    return { list: list as readonly TestResponse[], isOwn: true };
  };
}

/** The operation of a request: of those whose paths match, the one that OpenAPI says is meant. */
function findOperation({ url, method }: Request): CalledOperation | undefined {
  const { pathname } = new URL(url);
  for (const server of serverPaths) {
    if (!pathname.startsWith(server)) continue;
    const path = pathname.slice(server.length);
    const matching = Object.entries(testOperations).filter(([, each]) => each.path.test(path));
    const source = matching[0]?.[1].path.source;
    const found = matching.find(
      ([, each]) => each.path.source === source && each.method === method,
    );
    if (found) return { name: found[0], ...found[1] };
  }
  return undefined;
}
