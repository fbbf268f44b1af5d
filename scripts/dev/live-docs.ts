/** The reference for `npm run dev`: the last one that was built, in pages that load themselves anew. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const docs = fileURLToPath(new URL("../../packages/docs/", import.meta.url));
const reloadScript = `new EventSource("/-/reload").onmessage = () => location.reload();\n`;

export interface LiveDocs {
  url: string;
  /**
   * Builds the reference, shows it, and has every open page load itself anew. A build that is under
   * way is given up for the new one.
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
 * @throws when the port can't be had
 */
export async function startLiveDocs(port: number): Promise<LiveDocs> {
  const folder = mkdtempSync(join(tmpdir(), "live-docs-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const shown = join(folder, "shown");
  let building = new AbortController();
  const readers = new Set<ServerResponse>();
  const serve = sirv(shown, { dev: true });
  const server = createServer((request, response) => {
    if (request.url === "/-/reload") {
      response.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
      readers.add(response);
      response.once("close", () => readers.delete(response));
    } else if (request.url === "/-/reload.js") {
      response.writeHead(200, { "content-type": "text/javascript" }).end(reloadScript);
    } else serve(request, response);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const show = () => {
    const next = copyPages(join(folder, "next"));
    rmSync(shown, { recursive: true, force: true });
    renameSync(next, shown);
    for (const reader of readers) reader.write("data: reload\n\n");
  };
  if (existsSync(join(docs, "dist/index.html"))) show();
  // A TCP server has an AddressInfo; only a pipe has a string.
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    async build() {
      building.abort();
      building = new AbortController();
      const { signal } = building;
      try {
        await runBuild(signal);
      } catch (error) {
        if (signal.aborted) return false;
        throw error;
      }
      show();
      return true;
    },
  };
}

/** Runs the package's own build, which may start processes: they end with it. */
async function runBuild(signal: AbortSignal): Promise<void> {
  const hasGroups = process.platform !== "win32";
  const child = spawn("node", ["--run", "build"], {
    cwd: docs,
    stdio: ["ignore", "pipe", "pipe"],
    detached: hasGroups,
  });
  const end = () => {
    if (hasGroups && child.pid) process.kill(-child.pid);
    else child.kill();
  };
  signal.addEventListener("abort", end);
  process.once("exit", end);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk;
    });
  }
  const [code] = await once(child, "close");
  signal.removeEventListener("abort", end);
  process.removeListener("exit", end);
  if (code !== 0) throw new Error(printed);
}

/** A copy of what was built, for a build empties its folder first; its pages have the script. */
function copyPages(folder: string): string {
  cpSync(join(docs, "dist"), folder, { recursive: true });
  for (const page of globSync("**/*.html", { cwd: folder })) {
    const file = join(folder, page);
    if (readFileSync(file, "utf8").includes("</html>")) {
      appendFileSync(file, '<script src="/-/reload.js"></script>\n');
    }
  }
  return folder;
}
