import { examples } from "../generated/examples.ts";
import type { TestOperation } from "../test-operation.ts";

/** The name of an operation of the contract. */
export type OperationName = keyof typeof examples;

/** The name of an example: of that operation, or of any. */
export type ExampleName<Operation extends OperationName = OperationName> = {
  [Name in Operation]: Extract<keyof (typeof examples)[Name], string>;
}[Operation];

/** What a test fetch responds with, to that operation or to any. */
export type TestResponse<Operation extends OperationName = OperationName> =
  /** An example of the contract by its name, under its status. */
  | ExampleName<Operation>
  /** The first example of a status, such as 429; a status that the contract lacks has no body. */
  | number
  /** No response: the request ends with the signal's reason, so set a short `timeout`. */
  | "timeout"
  /** A connection that is lost before a response. */
  | "reset"
  /** The body of the operation's first success, broken off half-way. */
  | "cut"
  | CustomResponse<Operation>;

/** A response with parts of your own. */
export interface CustomResponse<Operation extends OperationName = OperationName> {
  /**
   * The example to start from.
   * @default the first example of `status`
   */
  readonly example?: ExampleName<Operation> | undefined;
  /**
   * HTTP status.
   * @default that of the example, or of the operation's first success
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

/** An operation that was called. */
export interface CalledOperation extends TestOperation {
  readonly name: string;
}

/**
 * Makes the response to a request.
 * @throws TypeError for a lost connection, as the platform does, and the signal's reason
 */
export async function createResponse(
  given: TestResponse | undefined,
  request: Request,
  operation: CalledOperation,
): Promise<Response> {
  if (given === "timeout") return waitForAbort(request.signal);
  if (given === "reset") throw new TypeError("fetch failed");
  if (given === "cut") return cutResponse(respond({}, request, operation), operation);
  if (typeof given === "number") return respond({ status: given }, request, operation);
  if (typeof given === "string") return respond({ example: given }, request, operation);
  return respond(given ?? {}, request, operation);
}

function respond(given: CustomResponse, request: Request, operation: CalledOperation): Response {
  const { name, responses } = operation;
  const isOwn = given.body !== undefined;
  const ofExample = responses.find(({ examples }) =>
    examples.some((each) => each === given.example),
  );
  if (given.example !== undefined && !ofExample) {
    throw new TypeError(`The contract has no example "${given.example}" of ${name}`);
  }
  const described = ofExample ?? findResponse(operation, given.status);
  const status = given.status ?? statusOf(described?.status, operation);
  // Statuses that must have no body.
  const isEmpty = [101, 204, 205, 304].includes(status);
  const example = given.example ?? described?.examples[0];
  if (described?.mediaType !== undefined && example === undefined && !isOwn && !isEmpty) {
    const fix = "add one to the response in spec/, or give { body }";
    throw new TypeError(`The contract has no example of ${name} under ${described.status}: ${fix}`);
  }
  const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = examples;
  const body = isOwn || example === undefined ? given.body : all[name]?.[example];
  const isText =
    typeof body === "string" && (isOwn || !/json|\*/i.test(described?.mediaType ?? ""));
  const text = isText || body === undefined ? body : JSON.stringify(body);
  // A status may be sent with the headers that the contract has for it, and the body of another.
  const { headers: declared = {} } = findResponse(operation, status) ?? {};
  const mediaType = described?.mediaType?.replace(/^\*\/\*$/, "application/json");
  const headers = {
    ...(!isEmpty && { "content-type": mediaType ?? "application/json" }),
    ...headersOf(declared, request),
    ...given.headers,
  };
  return new Response(isEmpty ? null : (text ?? null), { status, headers });
}

/** The response that the contract has for a status; without one, the first success. */
function findResponse({ responses }: CalledOperation, status?: number) {
  if (status === undefined) return responses[0];
  const keys = [`${status}`, `${Math.floor(status / 100)}xx`, "default"];
  const found = keys.map((key) => responses.find((each) => each.status.toLowerCase() === key));
  return found.find((each) => each !== undefined);
}

/** The status that stands for `2XX` or `default`, which is an error unless it is the only success. */
function statusOf(key = "200", { responses }: CalledOperation): number {
  if (key === "default") return responses[0]?.status === key ? 200 : 500;
  return Number(key.replace(/x/gi, "0"));
}

/** The contract's headers, with the ids that were sent and without a wait: a test has no time for one. */
function headersOf(
  declared: Readonly<Record<string, string | null>>,
  request: Request,
): Record<string, string> {
  const values = Object.entries(declared).flatMap(([name, example]) => {
    const value = name === "retry-after" ? "0" : (request.headers.get(name) ?? example);
    return value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(values);
}

async function cutResponse(response: Response, { name }: CalledOperation): Promise<Response> {
  const { status, headers } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0) throw new TypeError(`The success of ${name} has no body to cut`);
  const parts = [bytes.slice(0, bytes.length / 2)];
  const body = new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.error(new TypeError("terminated"));
    },
  });
  return new Response(body, { status, headers });
}

function waitForAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
  });
}
