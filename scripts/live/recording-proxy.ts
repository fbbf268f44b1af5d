/** A proxy on loopback that keeps the responses in memory, and only there. */
import type { IncomingHttpHeaders } from "node:http";
import { listen } from "@partner-center/lib/loopback";

export interface Exchange {
  /** Of the request, as the service got it: the path may hold secrets. */
  method: string;
  path: string;
  /** Headers of the request as the caller sent them, in lower case. */
  sent: IncomingHttpHeaders;
  status: number;
  headers: Headers;
  body: string;
}

export interface RecordingProxy extends AsyncDisposable {
  url: string;
  /** One for each request, undefined where no response came. */
  exchanges: (Exchange | undefined)[];
}

/**
 * Starts a proxy for GET requests to one server. Callers get only the status of a response.
 *
 * @param target address of the server, without a slash at the end
 * @param replace replaces stand-ins by secrets, in the path and the headers
 */
export async function startProxy(
  target: string,
  replace: (text: string) => string,
): Promise<RecordingProxy> {
  const exchanges: (Exchange | undefined)[] = [];
  const stopping = new AbortController();
  const { url, close } = await listen(async (request, response) => {
    try {
      const { signal } = stopping;
      const headers = forwardedHeaders(request.headers, replace);
      const path = replace(request.url ?? "/");
      const received = await fetch(target + path, { headers, redirect: "manual", signal });
      const body = await received.text();
      const { status } = received;
      exchanges.push({
        method: "GET",
        path,
        sent: request.headers,
        status,
        headers: received.headers,
        body,
      });
      response.writeHead(status, { "content-type": "application/json" }).end("{}");
    } catch {
      // The error is not kept: it may hold the address.
      exchanges.push(undefined);
      response.writeHead(502).end();
    }
  });
  const stop = () => {
    stopping.abort();
    return close();
  };
  return { url, exchanges, [Symbol.asyncDispose]: stop };
}

/** The headers for the service: `Prefer` is for mocks, and the host is another one. */
function forwardedHeaders(
  headers: IncomingHttpHeaders,
  replace: (text: string) => string,
): Record<string, string> {
  const dropped = ["host", "prefer", "accept-encoding", "connection"];
  const entries = Object.entries(headers).filter(([name]) => !dropped.includes(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, replace(String(value))]));
}
