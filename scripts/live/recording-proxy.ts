/** A proxy on loopback that keeps the answers that it gets in memory, and only there. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Exchange {
  /** Headers as they came from the caller, in lower case. */
  sent: IncomingHttpHeaders;
  status: number;
  headers: Headers;
  body: string;
}

export interface RecordingProxy extends AsyncDisposable {
  url: string;
  /** One entry a call, undefined where no answer came. */
  exchanges: (Exchange | undefined)[];
}

/**
 * Starts a proxy for GET requests to one server, whose callers are given no more than the status of
 * an answer.
 *
 * @param target address of the server, without a slash at its end
 * @param replace puts secrets in the place of what stands for them, in the path and the token
 */
export async function startProxy(
  target: string,
  replace: (text: string) => string,
): Promise<RecordingProxy> {
  const exchanges: (Exchange | undefined)[] = [];
  const stopping = new AbortController();
  const server = createServer(async (request, response) => {
    try {
      const answer = await fetch(target + replace(request.url ?? "/"), {
        headers: forwardedHeaders(request.headers, replace),
        redirect: "manual",
        signal: stopping.signal,
      });
      const body = await answer.text();
      const { status, headers } = answer;
      exchanges.push({ sent: request.headers, status, headers, body });
      // The caller learns the status alone: what is a customer's stays here.
      response.writeHead(status, { "content-type": "application/json" }).end("{}");
    } catch {
      // What was thrown may hold the address; that there was no answer is all to be said.
      exchanges.push(undefined);
      response.writeHead(502).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // A string only for a pipe.
  return {
    url: `http://127.0.0.1:${port}`,
    exchanges,
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What the service is to see: `Prefer` is for mocks, and the host is another. */
function forwardedHeaders(
  headers: IncomingHttpHeaders,
  replace: (text: string) => string,
): Record<string, string> {
  const dropped = ["host", "prefer", "accept-encoding", "connection"];
  const entries = Object.entries(headers).filter(([name]) => !dropped.includes(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, replace(String(value))]));
}
