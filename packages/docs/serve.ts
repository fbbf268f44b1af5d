/**
 * Builds the site and serves it to this machine, until Ctrl-C.
 *
 * Usage: npm run docs [-- --port 8080]   (the environment variable PORT does the same)
 */
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { type LoopbackServer, listen } from "@partner-center/lib/loopback";
import { main, readPort } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import sirv from "sirv";

const dist = fileURLToPath(new URL("dist/", import.meta.url));

/**
 * Serves dist/ on loopback; port 0 takes a free one.
 *
 * @throws Error when the site is not built, or the port is taken
 */
export async function serveSite(port = 0): Promise<LoopbackServer> {
  if (!existsSync(`${dist}index.html`)) {
    throw new Error("packages/docs/dist/index.html is missing; run: npx turbo run build");
  }
  // `dev` reads each file again, so that a rebuild shows on reload.
  const serveFile = sirv(dist, { dev: true, onNoMatch: sayMissing });
  return listen(
    (request, response) => {
      const [path = "", query] = request.url?.split("?") ?? [];
      if (!isFolder(path)) return serveFile(request, response);
      // Relative links need the slash, as on other hosts.
      const location = `${path}/${query === undefined ? "" : `?${query}`}`;
      response.writeHead(308, { location }).end();
    },
    { port },
  );
}

/** Whether a path without a slash at its end is that of a page. */
const isFolder = (path: string): boolean =>
  /^\/[\w@.-][\w@./-]*(?<!\/)$/.test(path) &&
  !path.includes("..") &&
  existsSync(`${dist}${path.slice(1)}/index.html`);

function sayMissing(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
  response.end(readFileSync(`${dist}404.html`));
}

await main(import.meta, { options: { port: { type: "string" } } }, async ({ values }) => {
  const port = values.port
    ? readPort(values.port, "--port")
    : readPort(process.env.PORT || "8080", "PORT");
  await make("build", "docs");
  try {
    const { url } = await serveSite(port);
    console.log(`The documentation is at ${url}/ (Ctrl-C ends it)`);
  } catch (cause) {
    const isTaken = cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE";
    if (!isTaken) throw cause;
    throw new Error(`Port ${port} is taken; name another: PORT=8090 npm run docs`, { cause });
  }
});
