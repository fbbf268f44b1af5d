/** Redocly's command line, loaded once for several runs. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { endWithUs } from "../../run.ts";
import type { Result, Run } from "./redocly-host.ts";

const host = fileURLToPath(new URL("redocly-host.ts", import.meta.url));
/** A dependency of spec/, whose version it shares. */
const packageName = "@redocly/cli";
const specManifest = new URL("../../../spec/package.json", import.meta.url);

export interface Redocly extends AsyncDisposable {
  /**
   * Runs one command and resolves to what it printed. One after the other, in the order of the calls.
   *
   * @throws when it fails, with its own words
   */
  run(args: string[], cwd?: string): Promise<string>;
}

/** @throws when redocly is not installed */
export function openRedocly(): Redocly {
  const child = fork(host, [findProgram()], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
      NO_COLOR: "1",
    },
  });
  endWithUs(child);
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (args, cwd = process.cwd()) => {
      const result = last.then(() => runIn(child, { args, cwd }));
      last = result.catch(() => {});
      return result;
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, "exit");
    },
  };
}

function findProgram(): string {
  const manifest = findPackageJSON(packageName, specManifest);
  if (!manifest) throw new Error(`${packageName} is missing; run: npx pnpm install`);
  return join(dirname(manifest), "lib", "index.js");
}

async function runIn(child: ChildProcess, run: Run): Promise<string> {
  const failed = (why: unknown) => new Error(`redocly ${run.args[0]} failed: ${why}`);
  const ended = new AbortController();
  const onExit = () => ended.abort();
  child.once("exit", onExit);
  try {
    if (!child.connected) throw failed("its process has ended");
    child.send(run);
    const [message] = await once(child, "message", { signal: ended.signal }).catch(() => {
      throw failed(`its process ended with ${child.exitCode ?? child.signalCode}`);
    });
    const result: Result = message; // The host sends nothing else.
    if (result.exitCode !== 0) throw failed((result.stderr || result.stdout).trim());
    return result.stdout;
  } finally {
    child.removeListener("exit", onExit);
  }
}
