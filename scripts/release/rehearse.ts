/**
 * Plays a whole year of releases in a minute, on this machine alone: a registry and a git remote of
 * its own, three releases, an upgrade, a break that is stopped, a publish that is killed half-way, and a
 * hotfix of an older release. At each version it runs the tests of what a release changes.
 *
 * Usage: npm run release -- rehearse [--canary]
 *   --canary  lets a snapshot of the last commit come out as well
 *
 * Ends with 0 when every step of the story came true.
 *
 * Nothing of it is left behind: the story, its processes and its files end with this one.
 */

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "@partner-center/lib/main";

const { values } = readArguments({ options: { canary: { type: "boolean", default: false } } });
const folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
const story = fileURLToPath(new URL("story.ts", import.meta.url));
const child = spawn(process.execPath, [story, ...(values.canary ? ["--canary"] : [])], {
  // Whatever it writes is below this folder, whoever writes it.
  env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
  stdio: ["ignore", "inherit", "inherit"],
  // A process group, to end the story with all that it started.
  detached: process.platform !== "win32",
});

function end(): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, end);
child.once("error", (error) => console.error(`The story can't be started: ${error.message}`));
child.once("close", (code) => {
  end(); // Whatever outlived the story.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.exitCode = code ?? 1;
});
