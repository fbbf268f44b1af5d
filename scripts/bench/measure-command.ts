/** Runs a command and tells how long it took and how much memory its largest process held. */
import { readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { RunError, run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";

export interface Measured {
  seconds: number;
  /** Of the largest Node process; those of other kinds are not seen. */
  peakBytes: number;
  /** Why it failed. */
  error?: RunError;
}

/** Runs a line of shell in a folder, whose own tools are found first. */
export async function measureCommand(line: string, cwd: string): Promise<Measured> {
  using folder = temporaryFolder("peak-");
  const peak = new URL(`peak.ts?${encodeURIComponent(folder.path)}`, import.meta.url);
  const env = {
    ...process.env,
    PATH: `${join(cwd, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
    NODE_OPTIONS: `--import=${peak}`,
  };
  const begin = performance.now();
  const error = await run("sh", ["-c", line], { cwd, env, capture: true }).then(
    () => undefined,
    (reason) => reason,
  );
  const seconds = (performance.now() - begin) / 1000;
  if (error && !(error instanceof RunError)) throw error;
  const peaks = readdirSync(folder.path).map((file) =>
    Number(readFileSync(join(folder.path, file), "utf8")),
  );
  return { seconds, peakBytes: Math.max(0, ...peaks), error };
}
