/** Runs the worker of a project in workerd, the runtime of Cloudflare Workers. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { endWithUs } from "@partner-center/lib/run";

/**
 * Starts workerd on a free port, sends the worker one request, and ends it.
 *
 * @param workerd path of the executable
 * @param folder has the worker and `config.capnp`
 * @param path of the request
 * @returns the body of the response
 */
export async function askWorker(workerd: string, folder: string, path: string): Promise<string> {
  const child = spawn(workerd, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "pipe", "pipe"],
  });
  endWithUs(child);
  const ended = once(child, "exit");
  const [stderr, control] = child.stdio.slice(2, 4) as [Readable, Readable]; // Pipes, as asked for.
  // It also logs failed requests, which are the worker's concern.
  const log = text(stderr);
  try {
    const port = await readPort(control);
    if (!port) throw new Error(`workerd ended before it listened: ${await log}`);
    return await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  } finally {
    child.kill();
    await ended;
  }
}

/** workerd reports each socket that listens as a line of JSON. */
async function readPort(control: Readable): Promise<string | undefined> {
  let report = "";
  for await (const chunk of control) {
    report += chunk;
    const port = /"event":"listen".*"port":(\d+)/.exec(report)?.[1];
    if (port) return port;
  }
  return undefined;
}
