/** `npm run dev` as a process in a workspace copy, followed through what it prints. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { endWithUs } from "@partner-center/lib/run";

export interface DevProcess {
  mock: string;
  docs: string;
  /** Resolves to what was printed since the last call, as soon as the pattern is in it. */
  next(pattern: RegExp): Promise<string>;
  /** Sends Ctrl-C and resolves, when the process has ended, to its exit code. */
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
    detached: true, // In a process group of its own, as in a terminal.
  });
  endWithUs(child);
  let unread = "";
  let check = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      unread += chunk;
      check();
    });
  }
  const next = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const fail = () => reject(new Error(`dev ended before ${pattern}:\n${unread}`));
      child.once("close", fail);
      check = () => {
        const match = pattern.exec(unread);
        if (!match) return;
        const end = match.index + match[0].length;
        resolve(unread.slice(0, end));
        unread = unread.slice(end);
        child.removeListener("close", fail);
        check = () => {};
      };
      check();
    });
  const ready = await next(/Following.*\n/);
  const [, mock = "", docs = ""] = /mock at (\S+), reference at (\S+) /.exec(ready) ?? [];
  return {
    mock,
    docs,
    next,
    async interrupt() {
      if (child.exitCode !== null) return child.exitCode;
      const closed = once(child, "close");
      child.kill("SIGINT");
      const [code] = await closed;
      return code;
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
