/** Runs one command of the toolchain and waits for it. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

export interface RunOptions {
  /** Keep what the command prints and return it instead of showing it. */
  capture?: boolean;
  /** Folder to run in; the repository's root when it is left out. */
  cwd?: string;
  /** Its environment; that of this process when it is left out. */
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs a command and resolves to what it printed, which is empty unless it was captured.
 *
 * @throws when the command can't be started or ends with another code than 0, with its output when
 * that was captured
 */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const output = options.capture ? "pipe" : "inherit";
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ["ignore", output, output],
      // A Windows command is a .cmd file, which only a shell starts.
      shell: process.platform === "win32",
    });
    endWithUs(child);
    let printed = "";
    const keep = (chunk: Buffer) => {
      printed += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve(printed);
      else
        reject(new Error(`${printed}\n${command} ${args.join(" ")} failed (exit ${code})`.trim()));
    });
  });
}

/**
 * Makes what a command needs, so that it can be the first one of a fresh clone. What is there already
 * comes out of turbo's cache.
 *
 * @param packages names without the scope; all when none is given
 * @throws with what failed
 */
export async function make(task: "bundle" | "build", ...packages: string[]): Promise<void> {
  const filters = packages.map((name) => `--filter=@partner-center/${name}`);
  await run("turbo", ["run", task, "--output-logs=errors-only", ...filters], { capture: true });
}

/** Ends a child when this process ends, however it ends: no command leaves a process behind. */
export function endWithUs(child: ChildProcess): void {
  const kill = () => child.kill();
  process.once("exit", kill);
  child.once("exit", () => process.removeListener("exit", kill));
}

/** Makes Ctrl-C and a polite kill end this process in a way that takes its children along. */
export function exitOnSignals(): void {
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
}
