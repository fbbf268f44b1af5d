/** Measures one command: its time, and the peak of its memory. */
import { readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { RunError, run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { median, timed } from "./figures.ts";

export interface Cell {
  seconds: number;
  /** Of the largest Node process; those of other kinds are not seen. */
  peakBytes: number;
  failure?: string;
}

/** Runs a line of shell in a folder, three times when it is quick, once when it takes long. */
export async function measureStep(
  line: string,
  cwd: string,
  findingsAllowed = false,
): Promise<Cell> {
  using folder = temporaryFolder("peak-");
  const env = {
    ...process.env,
    // Where npm was called: our commands read the names of files from there.
    INIT_CWD: cwd,
    PATH: `${join(cwd, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
    NODE_OPTIONS: `--import=${new URL(`peak.ts?${encodeURIComponent(folder.path)}`, import.meta.url)}`,
  };
  const times: number[] = [];
  let failure: string | undefined;
  const work = async () => {
    try {
      await run("sh", ["-c", line], { cwd, env, capture: true });
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      if (findingsAllowed && error.exitCode === 1) return;
      const [first] = error.message.split("\n");
      failure = /^.*(?:Error|FATAL).*$/m.exec(error.message)?.[0] ?? first;
    }
  };
  do times.push(await timed(work));
  while (!failure && times.length < 3 && (times[0] ?? 0) < 10);
  const files = readdirSync(folder.path).map((file) => join(folder.path, file));
  const peakBytes = Math.max(0, ...files.map((file) => Number(readFileSync(file, "utf8"))));
  return { seconds: median(times), peakBytes, ...(failure && { failure }) };
}

export const formatTime = ({ seconds, failure }: Cell): string =>
  failure ? `fails: ${failure}` : `${seconds.toFixed(2)} s`;
export const formatPeak = ({ peakBytes }: Cell): string => `${Math.round(peakBytes / 2 ** 20)} MB`;
