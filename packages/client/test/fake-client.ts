import { createClient } from "../src/client.ts";
import type { ClientEvent, ClientOptions } from "../src/index.ts";
import { createFakeEnvironment, type FakeEnvironment } from "./fake-environment.ts";

/** What a fake service does with a request: it responds, or throws. */
export type Handler = (url: string, init: RequestInit, n: number) => Response | Promise<Response>;

export const ids = { customerId: "customer", orderId: "order" };

/** A response as `fetch` gives it. */
export const reply = (status = 200, body: unknown = { id: "order" }, headers = {}): Response =>
  new Response(status === 204 || status === 304 ? null : JSON.stringify(body), { status, headers });

/** The headers of a request. */
export const headersOf = (init: RequestInit | undefined): Record<string, string> =>
  Object.fromEntries(new Headers(init?.headers));

/** The token that a request was sent with. */
export const bearer = ({ init }: { init: RequestInit }) => headersOf(init).authorization;

/** The times between the requests that a client sent, in milliseconds. */
export const gaps = (sent: { at: number }[]) =>
  sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));

/** A client whose service is a function and whose time is in the hands of the test. */
export function createFakeClient(handle: Handler, options: Partial<ClientOptions> = {}) {
  const environment: FakeEnvironment = createFakeEnvironment();
  const sent: { url: string; init: RequestInit; at: number }[] = [];
  const events: ClientEvent[] = [];
  const client = createClient(
    {
      credential: "the-token-of-this-test",
      fetch: async (url, init) => {
        sent.push({ url, init, at: environment.now() });
        return handle(url, init, sent.length - 1);
      },
      onEvent: (event) => events.push(event),
      ...options,
    },
    environment,
  );
  const get: typeof client.getOrder = (parameters, callOptions) =>
    client.getOrder(parameters, callOptions);
  return { client, get, environment, sent, events };
}

/** What a settled promise rejected with. */
export function reasonOf(outcome: PromiseSettledResult<unknown>): Record<string, unknown> {
  if (outcome.status === "fulfilled") throw new Error("it resolved");
  return outcome.reason;
}
