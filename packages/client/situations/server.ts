import type { IncomingMessage, ServerResponse } from "node:http";
import { listen } from "@partner-center/lib/loopback";
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
 * `/seen/{session}` tells which requests came for a session. Every response may be read over CORS.
 */
export async function startSituations(): Promise<Situations> {
  const seen = new Map<string, SeenRequest[]>();
  const elsewhere = await listen(handle);
  const main = await listen(handle);
  const closed = await listen(handle);
  await closed.close();

  function handle(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-expose-headers", "*");
    if (request.method === "OPTIONS") {
      response.setHeader("access-control-allow-methods", "*");
      response.setHeader(
        "access-control-allow-headers",
        "authorization, accept, content-type, ms-contract-version, ms-requestid, ms-correlationid, x-locale",
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
      behave({ request, response, n: requests.length - 1, elsewhere: elsewhere.url });
    });
  }

  return {
    origin: main.url,
    closed: closed.url,
    async stop() {
      await Promise.all([main.close(), elsewhere.close()]);
    },
  };
}
