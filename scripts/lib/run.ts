/** Runs one program of the toolchain and waits for it. */
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { execa } from "execa";
import { onExit } from "./cleanup.ts";

const root = join(import.meta.dirname, "../..");

export interface RunOptions {
  /** Keep what the program prints and return it instead of showing it. */
  capture?: boolean;
  /** Folder to run in; the repository's root by default. */
  cwd?: string;
  /** Its whole environment; that of this process by default. */
  env?: NodeJS.ProcessEnv;
  /** A folder whose own `node_modules/.bin` is searched first, for tools the root lacks. */
  toolsOf?: string;
}

/** A program that could not be started or failed. The message holds what it printed, if captured. */
export class RunError extends Error {
  /** Undefined when it was not started, or ended by a signal. */
  readonly exitCode: number | undefined;

  constructor(message: string, exitCode: number | undefined) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a program and resolves to what it printed, which is empty unless it was captured.
 *
 * @throws {RunError} when it can't be started or exits with another code than 0
 */
export async function run(
  program: string,
  args: string[],
  { capture = false, cwd = root, env = process.env, toolsOf }: RunOptions = {},
): Promise<string> {
  const output = capture ? "pipe" : "inherit";
  const { failed, all, exitCode, signal, originalMessage } = await execa(program, args, {
    cwd,
    env,
    extendEnv: false,
    stdin: "ignore",
    stdout: output,
    stderr: output,
    all: capture,
    reject: false,
    stripFinalNewline: false,
    maxBuffer: 2 ** 28,
    ...(toolsOf === undefined ? {} : { preferLocal: true, localDir: toolsOf }),
  });
  const printed = all ?? "";
  if (!failed) return printed;
  const reason = exitCode === undefined ? (signal ?? originalMessage) : `exit ${exitCode}`;
  const message = `${printed}\n${program} ${args.join(" ")} failed (${reason})`.trim();
  throw new RunError(message, exitCode);
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
    "exit",
    onExit(() => child.kill()),
  );
}

/** TEMPORARY until every command uses `main`. */
export function exitOnSignals(): void {
  onExit(() => {});
}
