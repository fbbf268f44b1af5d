/**
 * Serves the built reference to this machine, until Ctrl-C.
 *
 * Usage: npm run docs [-- --port 8080]   (the environment variable PORT does the same)
 */

import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { readArguments, readPort } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import sirv from "sirv";

const dist = fileURLToPath(new URL("dist/", import.meta.url));

export interface Site {
  url: string;
  close(): void;
}

/**
 * Serves dist/ on 127.0.0.1; port 0 takes a free one.
 *
 * @throws Error when the reference is not built, or the port is taken.
 */
export async function serveSite(port: number): Promise<Site> {
  if (!existsSync(`${dist}index.html`)) {
    throw new Error("packages/docs/dist/index.html is missing; run: npx turbo run build");
  }
  // `dev` reads each file anew, so that a rebuild shows on reload.
  const server = createServer(sirv(dist, { dev: true }));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  // A TCP server has an AddressInfo; only a pipe has a string.
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

if (import.meta.main) {
  const { values } = readArguments({ options: { port: { type: "string" } } });
  const port = values.port
    ? readPort(values.port, "--port")
    : readPort(process.env.PORT || "8080", "PORT");
  try {
    await make("build", "docs");
    const site = await serveSite(port);
    console.log(`The reference is at ${site.url} (Ctrl-C ends it)`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, site.close);
  } catch (error) {
    console.error(explain(error, port));
    process.exitCode = 1;
  }
}

function explain(error: unknown, port: number): string {
  if (!(error instanceof Error) || !("code" in error)) return String(error);
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is taken; name another: PORT=8090 npm run docs`;
  }
  return error.message;
}
