import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createRawServer } from "node:net";
import { behaviours } from "./behaviours.ts";

/** What the server remembers of a request. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query as they were sent, without behaviour and session. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The addresses that situations need. All on loopback, on free ports. */
export interface Addresses {
  /** `{origin}/{behaviour}/{session}` is a base URL under which the server behaves that way. */
  readonly origin: string;
  /** Nobody listens here. */
  readonly closed: string;
}

/** The running servers. */
export interface Situations extends Addresses {
  stop(): Promise<void>;
}

/**
 * Starts the situations server. `/{behaviour}/{session}/…` behaves as `behaviours.ts` says,
 * `/seen/{session}` tells which requests came for a session. Every answer may be read over CORS.
 */
export async function startSituations(): Promise<Situations> {
  const seen = new Map<string, SeenRequest[]>();
  const elsewhere = await listen(createServer(handle));
  const main = await listen(createServer(handle));

  function handle(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-expose-headers", "*");
    if (request.method === "OPTIONS") {
      response.setHeader("access-control-allow-methods", "*");
      response.setHeader(
        "access-control-allow-headers",
        "authorization, accept, content-type, ms-requestid, ms-correlationid, x-locale",
      );
      response.setHeader("access-control-max-age", "600");
      response.writeHead(204).end();
      return;
    }
    const [, behaviour = "", session = "", ...rest] = (request.url ?? "").split("/");
    if (behaviour === "seen") {
      response.end(JSON.stringify(seen.get(session) ?? []));
      return;
    }
    const requests = seen.get(session) ?? [];
    seen.set(session, requests);
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests.push({
        method: request.method ?? "",
        url: `/${rest.join("/")}`,
        // Node joins doubled headers, but for set-cookie, which no request has.
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks).toString(),
      });
      const behave = behaviours[behaviour];
      if (!behave) {
        response.writeHead(599).end(`No behaviour is called ${behaviour}`);
        return;
      }
      behave({ request, response, n: requests.length - 1, elsewhere: elsewhere.origin });
    });
  }

  return {
    origin: main.origin,
    closed: await closedOrigin(),
    async stop() {
      for (const { server } of [main, elsewhere]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

async function listen(server: Server): Promise<{ server: Server; origin: string }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${portOf(server)}` };
}

/** A port that was free a moment ago. */
async function closedOrigin(): Promise<string> {
  const server = createRawServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${portOf(server)}`;
  await new Promise((resolve) => server.close(resolve));
  return origin;
}

/** The port of a TCP server that listens; only pipes have another kind of address. */
const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
