/**
 * The thread behind redocly.ts: runs the Redocly CLI, each time with other arguments, and answers
 * with its exit code and everything that it printed.
 *
 * The CLI is a program that runs when it is imported and ends the process when it is done. Imported
 * under a new address it runs again, while all that it imports stays loaded; and its end is only an
 * end of the run here. So what it finds and writes is what the command line finds and writes.
 */
import { parentPort, workerData } from "node:worker_threads";

const port = parentPort;
if (!port) throw new Error("redocly-thread.ts is the thread of redocly.ts, not a command");

let runs = 0;
let output = "";
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array) => {
    output += chunk;
    return true;
  };
}

port.on("message", (parameters: string[]) => {
  process.argv = [process.execPath, "redocly", ...parameters];
  output = "";
  // With nothing else to wait for, the CLI sees its work done and calls process.exit.
  port.unref();
  void import(`${workerData}?run=${runs++}`);
});

// Nothing may run after process.exit, hence `never`; the CLI has nothing that would.
process.exit = ((code = 0) => {
  port.ref();
  port.postMessage({ code, output });
}) as typeof process.exit;
