/** The reference for `npm run dev`: the last one that was built, in pages that reload themselves. */
import { appendFileSync, cpSync, existsSync, globSync, renameSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { listen } from "@partner-center/lib/loopback";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import sirv from "sirv";

const docs = join(import.meta.dirname, "../../packages/docs");
const reloadScript = `new EventSource("/-/reload").onmessage = () => location.reload();\n`;

export interface LiveDocs {
  url: string;
  /**
   * Builds the reference, shows it, and makes every open page reload. A build that is still running
   * is given up for the new one.
   *
   * @returns whether it is shown: false when it was given up
   * @throws with what the build printed when it fails; the one before stays
   */
  build(): Promise<boolean>;
}

/**
 * Starts the server on loopback with the reference that is there, if there is one.
 *
 * @param port 0 takes a free one
 * @throws when the port is taken
 */
export async function startLiveDocs(port: number): Promise<LiveDocs> {
  const folder = temporaryFolder("live-docs-");
  const shown = join(folder.path, "shown");
  const pages = sirv(shown, { dev: true });
  const readers = new Set<ServerResponse>();
  const { url } = await listen(
    (request, response) => {
      if (request.url === "/-/reload") {
        response.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
        readers.add(response);
        response.once("close", () => readers.delete(response));
      } else if (request.url === "/-/reload.js") {
        response.writeHead(200, { "content-type": "text/javascript" }).end(reloadScript);
      } else pages(request, response);
    },
    { port },
  );

  /** Shows a copy of what was built, because a build empties its folder first. */
  function show(): void {
    const next = join(folder.path, "next");
    cpSync(join(docs, "dist"), next, { recursive: true });
    for (const page of globSync("**/*.html", { cwd: next })) {
      appendFileSync(join(next, page), '<script src="/-/reload.js"></script>\n');
    }
    rmSync(shown, { recursive: true, force: true });
    renameSync(next, shown);
    for (const reader of readers) reader.write("data: reload\n\n");
  }

  if (existsSync(join(docs, "dist/index.html"))) show();
  let building = new AbortController();
  return {
    url,
    async build() {
      building.abort();
      building = new AbortController();
      const { signal } = building;
      try {
        await run("node", ["build.ts"], { cwd: docs, capture: true, signal });
      } catch (error) {
        if (signal.aborted) return false;
        throw error;
      }
      show();
      return true;
    },
  };
}
