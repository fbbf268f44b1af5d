/** Runs one program of the toolchain and waits for it. */
import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { normalizeSpawnCommand } from "tinyexec";
import { onExit } from "./cleanup.ts";

const root = join(import.meta.dirname, "../..");

export interface RunOptions {
  /** Keep what the program prints and return it instead of showing it. */
  capture?: boolean;
  /**
   * Show what the program prints and keep the end of it for the error. A terminal keeps it itself, so
   * there nothing stands between the program and its colours.
   */
  keep?: boolean;
  /** File that its standard output goes to, however long that is, instead of being kept. */
  output?: string;
  /** Let the program read what is typed here; otherwise it reads nothing. */
  interactive?: boolean;
  /** Folder to run in; the repository's root by default. */
  cwd?: string;
  /** Its whole environment; that of this process by default. */
  env?: NodeJS.ProcessEnv;
  /** Ends the program. */
  signal?: AbortSignal;
}

/** A program that could not be started or failed. The message holds what it printed, if captured. */
export class RunError extends Error {
  /** Undefined when it was not started, or ended by a signal. */
  exitCode?: number;
  /** Whether the program has printed its reason to our own output. */
  isReported = false;
  /** The end of what it printed, if that was kept. */
  printed = "";

  /** What a summary repeats: what was printed last, and how the program ended if it could not say so. */
  get reason(): string {
    return this.isReported ? this.printed : `${this.printed}\n${this.message}`.trimStart();
  }
}

/** How much of a program's output is kept, in characters. */
const kept = 100_000;

/**
 * Runs a program and resolves to what it printed, which is empty unless it was captured.
 *
 * @throws {RunError} when it can't be started or exits with another code than 0
 */
export async function run(
  program: string,
  args: string[],
  {
    capture = false,
    keep = false,
    output,
    interactive = false,
    cwd = root,
    env = process.env,
    signal,
  }: RunOptions = {},
): Promise<string> {
  const isEchoed = !capture && keep && !process.stdout.isTTY;
  const shown = capture || isEchoed ? "pipe" : "inherit";
  const file = output === undefined ? undefined : openSync(output, "w");
  const stdio: StdioOptions = [interactive ? "inherit" : "ignore", file ?? shown, shown];
  // For Windows, which can't start what is in node_modules/.bin directly.
  const normalized = normalizeSpawnCommand(program, args, { cwd, env, stdio, signal });
  const child = spawn(normalized.command, normalized.args, normalized.options);
  if (file !== undefined) closeSync(file); // The program has its own.
  endWithUs(child);
  let printed = "";
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.setEncoding("utf8").on("data", (chunk: string) => {
      if (isEchoed) process[stream].write(chunk);
      printed = isEchoed ? (printed + chunk).slice(-kept) : printed + chunk;
    });
  }
  const [code, reason] = await once(child, "close").then(
    ([code, ending]) => [code, ending ?? `exit ${code}`],
    ({ message }) => [null, message],
  );
  if (code === 0) return printed;
  const failure = `${program} ${args.join(" ")} failed (${reason})`;
  const error = new RunError(`${capture ? printed : ""}\n${failure}`.trim());
  if (isEchoed) error.printed = printed;
  if (code !== null) Object.assign(error, { exitCode: code, isReported: !capture });
  throw error;
}

/**
 * Makes what a command needs, so that it can be the first one of a fresh clone. What is there already
 * comes out of turbo's cache.
 *
 * @param packages names without the scope; all of them by default
 * @throws with the output of what failed
 */
export async function make(task: "bundle" | "build", ...packages: string[]): Promise<void> {
  const filters = packages.map((name) => `--filter=@partner-center/${name}`);
  await run("turbo", ["run", task, "--output-logs=errors-only", ...filters], { capture: true });
}

/** Ends a child process when this one ends, so that no command leaves a process behind. */
export function endWithUs(child: ChildProcess): void {
  child.once(
    "close",
    onExit(() => child.kill()),
  );
}
