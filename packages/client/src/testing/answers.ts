import { apiFaults, type ExampleName, headers, orders, statuses } from "../generated/examples.ts";

/** What a test fetch answers a request with. */
export type TestAnswer =
  /** An example of the contract by its name, under its status. */
  | ExampleName
  /** The first example of a status, such as 429; a status that the contract lacks has no body. */
  | number
  /** No answer: the request ends with the signal's reason, so set a short `timeout`. */
  | "timeout"
  /** A connection that is lost before an answer. */
  | "reset"
  /** A body that breaks off half-way. */
  | "cut"
  | CustomAnswer;

/** An answer with parts of your own. */
export interface CustomAnswer {
  /**
   * The example to start from.
   *
   * @default the first example of `status`
   */
  readonly example?: ExampleName | undefined;
  /**
   * HTTP status.
   *
   * @default that of the example, or 200
   */
  readonly status?: number | undefined;
  /** Headers beside those of the contract, or instead of them: `{ "retry-after": "2" }`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * The body: a text as it is, anything else as JSON.
   *
   * @default that of the example
   */
  readonly body?: unknown;
}

const examples: Readonly<Record<ExampleName, object>> = { ...orders, ...apiFaults };

/** The body of an example, to be sent or compared. */
function bodyOf(name: ExampleName): object {
  return examples[name];
}

/** Whether an answer is told by a name of the contract. */
function isExample(answer: string): answer is ExampleName {
  return Object.hasOwn(statuses, answer);
}

/**
 * Carries out an answer.
 *
 * @throws TypeError for a lost connection, as the platform does, and what the signal says
 */
export async function createResponse(answer: TestAnswer, request: Request): Promise<Response> {
  if (answer === "timeout") return waitForAbort(request.signal);
  if (answer === "reset") throw new TypeError("fetch failed");
  if (answer === "cut") return cutResponse(request);
  if (typeof answer === "number") return respond({ status: answer }, request);
  if (typeof answer === "object") return respond(answer, request);
  if (isExample(answer)) return respond({ example: answer }, request);
  throw new TypeError(`The contract has no example "${answer}"`);
}

function respond(answer: CustomAnswer, request: Request): Response {
  const byStatus = (name: ExampleName) => statuses[name] === (answer.status ?? 200);
  // The keys of an object that is written with exactly these names.
  const example = answer.example ?? (Object.keys(statuses) as ExampleName[]).find(byStatus);
  const status = answer.status ?? (example ? statuses[example] : 200);
  const body = answer.body ?? (example && bodyOf(example));
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  // Statuses that must have no body.
  const isEmpty = [101, 204, 205, 304].includes(status);
  const headers = { ...headersOf(status, request), ...answer.headers };
  return new Response(isEmpty ? null : (text ?? null), { status, headers });
}

/** The contract's headers, with the ids that were sent and no wait: a test has no time for one. */
function headersOf(status: number, request: Request): Record<string, string> {
  const sent = (name: string) => request.headers.get(name);
  const declared = Object.entries(headers[status] ?? {}).map(([name, example]) => [
    name,
    name === "retry-after" ? "0" : (sent(name) ?? example),
  ]);
  return { "content-type": "application/json", ...Object.fromEntries(declared) };
}

function cutResponse(request: Request): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(bodyOf("order-new-commerce-completed")));
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
