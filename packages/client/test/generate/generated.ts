import type { IncomingMessage } from "node:http";
import { listen } from "@partner-center/lib/loopback";
import type { ClientOptions } from "../../src/index.ts";
import { everyKind } from "./contract.ts";
import { load, type Method } from "./grown.ts";

/** What the server responds with; without a status, 200. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Arguments that most operations take. */
export const ids = { customerId: "a/b", thingId: 7 };

/** A client of the contract of every kind, and a server that responds as it is told. */
export async function startGenerated() {
  const seen: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[] =
    [];
  const compared: unknown[][] = [];
  let next: Reply[] = [];
  const server = await listen(async (request, response) => {
    const { method = "", url = "", headers } = request;
    let body = "";
    for await (const chunk of request) body += chunk;
    seen.push({ method, url, headers, body });
    const reply = next.shift() ?? {};
    const type = { "content-type": "application/json" };
    response.writeHead(reply.status ?? 200, { ...type, ...reply.headers });
    response.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body));
  });
  const createClient = await load(everyKind);
  const open = (options: Partial<ClientOptions> = {}): Record<string, Method> =>
    createClient({
      credential: "the-token-of-this-test",
      baseUrl: server.url,
      retry: { minDelay: 0, maxDelay: 0 },
      validate: (...all) => {
        compared.push(all);
        return [];
      },
      ...options,
    });
  const client = open();
  /** Calls a method, and tells what it gave. */
  const call = async (
    name: string,
    parameters: object | undefined,
    replies: Reply | Reply[] = [],
    options?: Partial<ClientOptions>,
  ) => {
    seen.length = 0;
    compared.length = 0;
    next = [replies].flat();
    const method = (options ? open(options) : client)[name];
    if (!method) throw new Error(`The client has no ${name}`);
    const [outcome] = await Promise.allSettled([method(parameters)]);
    return { outcome, data: Object(outcome).value?.data, error: Object(outcome).reason };
  };
  return { client, call, seen, compared, close: () => server.close() };
}
