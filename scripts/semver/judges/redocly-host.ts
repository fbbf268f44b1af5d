/**
 * Runs redocly's command line again and again in this one process, so that only the first run pays
 * for loading it. Started by redocly-process.ts, which sends the arguments of each run.
 */
import { pathToFileURL } from "node:url";

export interface Run {
  args: string[];
  cwd: string;
}

export interface Result {
  stdout: string;
  stderr: string;
  exitCode: number;
}

const [program = ""] = process.argv.slice(2);
const channel = process.channel;
const send = process.send?.bind(process);
if (!channel || !send) throw new Error("redocly-host.ts is started by redocly-process.ts");

let runs = 0;
let stdout = "";
let stderr = "";
process.stdout.write = (chunk: Uint8Array | string) => {
  stdout += chunk;
  return true;
};
process.stderr.write = (chunk: Uint8Array | string) => {
  stderr += chunk;
  return true;
};

let isRunning = false;
function finish(run: number, exitCode: number): void {
  if (!isRunning || run !== runs) return;
  isRunning = false;
  channel?.ref();
  const result: Result = { stdout, stderr, exitCode };
  send?.(result);
}

// Redocly ends its process when nothing keeps it alive any more, with the run's exit code.
process.exit = ((code = process.exitCode) =>
  finish(runs, Number(code ?? 0))) as typeof process.exit;
process.on("beforeExit", () => {
  const run = runs;
  setImmediate(() => finish(run, Number(process.exitCode ?? 0)));
});

process.on("message", async ({ args, cwd }: Run) => {
  stdout = "";
  stderr = "";
  isRunning = true;
  process.exitCode = 0;
  process.chdir(cwd);
  process.argv = [process.execPath, program, ...args];
  // Without the channel nothing keeps the process alive but the run itself.
  channel.unref();
  runs += 1;
  try {
    // The entry runs when it is imported; what it imports itself is loaded once.
    await import(`${pathToFileURL(program)}?run=${runs}`);
  } catch (error) {
    stderr += error;
    finish(runs, 1);
  }
});
