/** Starts workerd, the runtime of Cloudflare Workers, with one worker that may reach loopback alone. */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { endWithUs } from "@partner-center/lib/run";

const config = (bundle: string) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "${bundle}")],
      compatibilityDate = "2026-01-01",
      globalOutbound = "loopback",
    )),
    (name = "loopback", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

/**
 * Starts workerd on a free port, asks the worker once, ends it, and resolves to what it answered.
 *
 * @param workerd path of the executable
 * @param folder where the bundle is
 * @param path what the worker is asked for
 */
export async function askWorker(
  workerd: string,
  folder: string,
  bundle: string,
  path = "/",
): Promise<string> {
  writeFileSync(join(folder, "config.capnp"), config(bundle));
  const child = spawn(workerd, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "pipe", "pipe"],
  });
  endWithUs(child);
  let words = "";
  // A pipe, as asked for above. It also tells of requests that fail, which is the worker's affair.
  child.stderr?.on("data", (chunk: Buffer) => {
    words += chunk;
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    const port = await listeningPort(child.stdio[3] as Readable); // A pipe too.
    if (!port) throw new Error(`workerd ended before it listened: ${words}`);
    return await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  } finally {
    child.kill();
    await ended;
  }
}

/** workerd reports each socket that listens as a line of JSON. */
async function listeningPort(control: Readable): Promise<number | undefined> {
  let text = "";
  for await (const chunk of control) {
    text += chunk;
    const port = /"event":"listen".*"port":(\d+)/.exec(text)?.[1];
    if (port) return Number(port);
  }
  return undefined;
}
