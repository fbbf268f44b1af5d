/**
 * The thread behind redocly.ts: runs the Redocly CLI, each time with other arguments, and reports
 * its exit code and everything that it printed.
 *
 * The CLI is a program that runs when it is imported and ends the process when it is done. Imported
 * under a new URL it runs again, while everything that it imports stays loaded; its exit ends only
 * the run. So it finds and writes the same as on the command line.
 */
import { parentPort } from "node:worker_threads";

const port = parentPort;
if (!port) throw new Error("redocly-thread.ts is the thread of redocly.ts, not a command");

const cli = new URL("lib/index.js", import.meta.resolve("@redocly/cli/package.json"));
let runs = 0;
let stdout = "";
let output = "";

process.stdout.write = (chunk: string | Uint8Array) => {
  stdout += chunk;
  output += chunk;
  return true;
};
process.stderr.write = (chunk: string | Uint8Array) => {
  output += chunk;
  return true;
};

port.on("message", (parameters: string[]) => {
  process.argv = [process.execPath, "redocly", ...parameters];
  stdout = "";
  output = "";
  // With nothing else to wait for, the CLI sees its work done and calls process.exit.
  port.unref();
  void import(`${cli.href}?run=${runs++}`);
});

// Nothing may run after process.exit, hence `never`; the CLI has nothing that would.
process.exit = ((code = 0) => {
  port.ref();
  port.postMessage({ code, stdout, output });
}) as typeof process.exit;
