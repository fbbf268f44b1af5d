/** `npm run dev` as a process in a workspace copy, followed through what it prints. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { endWithUs } from "@partner-center/lib/run";

export interface DevProcess {
  mock: string;
  docs: string;
  /** Everything printed so far. */
  output(): string;
  /** Resolves to what was printed since the last call, as soon as the pattern is in it. */
  next(pattern: RegExp): Promise<string>;
  /** Sends Ctrl-C and resolves, when the process is gone, to its exit code. */
  interrupt(): Promise<number | null>;
  /** Whether a process that it started is left. */
  hasLeftovers(): boolean;
}

/** Starts it in a folder, on free ports, and resolves when it follows the contract. */
export async function startDev(folder: string): Promise<DevProcess> {
  const child = spawn("node", ["scripts/dev/dev.ts", "--mock-port=0", "--docs-port=0"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
    detached: true, // As a terminal has it: a group of its own.
  });
  endWithUs(child);
  const { output, next } = followOutput(child);
  const ready = await next(/Following.*\n/);
  const [, mock = "", docs = ""] = /mock at (\S+), reference at (\S+) /.exec(ready) ?? [];
  return {
    mock,
    docs,
    output,
    next,
    async interrupt() {
      if (child.exitCode === null) {
        child.kill("SIGINT");
        await once(child, "close");
      }
      return child.exitCode;
    },
    hasLeftovers() {
      try {
        return process.kill(-(child.pid ?? 0), 0);
      } catch {
        return false;
      }
    },
  };
}

function followOutput(child: ChildProcess): Pick<DevProcess, "output" | "next"> {
  let output = "";
  let read = 0;
  let check = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      check();
    });
  }
  return {
    output: () => output,
    next: (pattern) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error(`dev ended before ${pattern}:\n${output}`));
        check = () => {
          const match = pattern.exec(output.slice(read));
          if (!match) return;
          const end = read + match.index + match[0].length;
          const text = output.slice(read, end);
          read = end;
          child.removeListener("close", ended);
          resolve(text);
        };
        child.once("close", ended);
        check();
      }),
  };
}
