import { apiFaults, type ExampleName, headers, orders, statuses } from "../generated/examples.ts";

/** What a test fetch responds with. */
export type TestResponse =
  /** An example of the contract by its name, under its status. */
  | ExampleName
  /** The first example of a status, such as 429; a status that the contract lacks has no body. */
  | number
  /** No response: the request ends with the signal's reason, so set a short `timeout`. */
  | "timeout"
  /** A connection that is lost before a response. */
  | "reset"
  /** A body that breaks off half-way. */
  | "cut"
  | CustomResponse;

/** A response with parts of your own. */
export interface CustomResponse {
  /**
   * The example to start from.
   * @default the first example of `status`
   */
  readonly example?: ExampleName | undefined;
  /**
   * HTTP status.
   * @default that of the example, or 200
   */
  readonly status?: number | undefined;
  /** Headers beside those of the contract, or instead of them: `{ "retry-after": "2" }`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * The body: a string as it is, anything else as JSON.
   * @default that of the example
   */
  readonly body?: unknown;
}

const examples: Readonly<Record<ExampleName, object>> = { ...orders, ...apiFaults };
const isExample = (name: string): name is ExampleName => Object.hasOwn(statuses, name);

/**
 * Makes the response to a request.
 * @throws TypeError for a lost connection, as the platform does, and the signal's reason
 */
export async function createResponse(given: TestResponse, request: Request): Promise<Response> {
  if (given === "timeout") return waitForAbort(request.signal);
  if (given === "reset") throw new TypeError("fetch failed");
  if (given === "cut") return cutResponse(request);
  if (typeof given === "number") return respond({ status: given }, request);
  if (typeof given === "object") return respond(given, request);
  if (isExample(given)) return respond({ example: given }, request);
  throw new TypeError(`The contract has no example "${given}"`);
}

function respond(given: CustomResponse, request: Request): Response {
  const hasStatus = (name: ExampleName) => statuses[name] === (given.status ?? 200);
  const example = given.example ?? Object.keys(statuses).filter(isExample).find(hasStatus);
  const status = given.status ?? (example ? statuses[example] : 200);
  const body = given.body ?? (example && examples[example]);
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  // Statuses that must have no body.
  const isEmpty = [101, 204, 205, 304].includes(status);
  const headers = { ...headersOf(status, request), ...given.headers };
  return new Response(isEmpty ? null : (text ?? null), { status, headers });
}

/** The contract's headers, with the ids that were sent and without a wait: a test has no time for one. */
function headersOf(status: number, request: Request): Record<string, string> {
  const sent = (name: string) => request.headers.get(name);
  const declared = Object.entries(headers[status] ?? {}).map(([name, example]) => [
    name,
    name === "retry-after" ? "0" : (sent(name) ?? example),
  ]);
  return { "content-type": "application/json", ...Object.fromEntries(declared) };
}

function cutResponse(request: Request): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(orders["order-new-commerce-completed"]));
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.slice(0, bytes.length / 2));
      controller.error(new TypeError("terminated"));
    },
  });
  return new Response(body, { status: 200, headers: headersOf(200, request) });
}

function waitForAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
  });
}
