/** Serves HTTP on 127.0.0.1: the one place where anything here listens. */
import { once } from "node:events";
import { createServer, type RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface LoopbackServer extends AsyncDisposable {
  server: Server;
  /** Its address without a slash at the end, such as `http://127.0.0.1:41234`. */
  url: string;
  port: number;
  /** Ends open connections and the server. */
  close(): Promise<void>;
}

/**
 * Starts a server, or takes one that was made elsewhere.
 *
 * @param port 0 for a free one
 * @throws when the port is taken
 *
 * @example
 * await using server = await listen((request, response) => response.end("hello"));
 * await fetch(server.url);
 */
export async function listen(
  handler: RequestListener | Server,
  { port: wanted = 0 }: { port?: number } = {},
): Promise<LoopbackServer> {
  const server = handler instanceof Server ? handler : createServer(handler);
  server.listen(wanted, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // A string only for a pipe.
  const close = async () => {
    server.closeAllConnections();
    if (server.listening) await server[Symbol.asyncDispose]();
  };
  return { server, url: `http://127.0.0.1:${port}`, port, close, [Symbol.asyncDispose]: close };
}
