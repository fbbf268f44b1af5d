/** Runs a command and tells how long it took and how much memory its largest process held. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { endWithUs } from "@partner-center/lib/run";

export interface Measured {
  seconds: number;
  /** Of the largest Node process; those of other kinds are not seen. */
  peakBytes: number;
  /** The exit code, or null when it was ended after `limit`. */
  code: number | null;
  output: string;
}

/**
 * Runs a line of shell in a folder.
 *
 * @param limit seconds after which the command is ended
 */
export function measureCommand(line: string, cwd: string, limit = 300): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "peak-"));
  const begin = performance.now();
  const child = spawn(line, {
    cwd,
    shell: true,
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PATH: `${join(cwd, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
      NODE_OPTIONS: `--import=${new URL(`peak.ts?${encodeURIComponent(folder)}`, import.meta.url)}`,
    },
  });
  endWithUs(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  }
  const timer = setTimeout(() => {
    if (child.pid) process.kill(process.platform === "win32" ? child.pid : -child.pid);
  }, limit * 1000);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      const seconds = (performance.now() - begin) / 1000;
      const peaks = readdirSync(folder).map((file) => Number(readFileSync(join(folder, file))));
      rmSync(folder, { recursive: true });
      resolve({ seconds, peakBytes: Math.max(0, ...peaks), code, output });
    });
  });
}

/** The seconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}
