/** Runs tasks with turbo, and reads what its `--summarize` tells of them. */
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.ts";

export interface TaskRun {
  /** `package#task`, without the packages' scope. */
  name: string;
  /** Where the result came from. */
  from: "LOCAL" | "REMOTE" | "built";
  seconds: number;
}

const runs = ".turbo/runs";

/** Takes away what earlier runs in a checkout left, so that the next is the one that is read. */
export function forgetRuns(checkout: string): void {
  rmSync(join(checkout, runs), { recursive: true, force: true });
}

/**
 * The tasks of the run since {@link forgetRuns}, in the order in which they began.
 *
 * @throws when there was none with `--summarize`
 */
export function readLastRun(checkout: string): TaskRun[] {
  return readSummary(checkout)
    .sort((a, b) => a.execution.startTime - b.execution.startTime)
    .map(({ taskId, cache, execution }) => ({
      name: taskId.replace("@partner-center/", ""),
      from: cache.status === "HIT" ? (cache.source ?? "LOCAL") : "built",
      seconds: (execution.endTime - execution.startTime) / 1000,
    }));
}

/**
 * Runs tasks. turbo prints its progress; what a task prints is shown only when it fails, and then as
 * the last thing, with neither turbo's words nor pnpm's around it.
 *
 * @throws with what the failed tasks printed
 */
export async function runTasks(checkout: string, ...tasks: string[]): Promise<TaskRun[]> {
  forgetRuns(checkout);
  const options = ["--summarize", "--output-logs=none"];
  try {
    await run("turbo", ["run", ...tasks, ...options], { cwd: checkout });
  } catch (error) {
    throw new Error(readFailures(checkout), { cause: error });
  }
  return readLastRun(checkout);
}

function readFailures(checkout: string): string {
  const failed = readSummary(checkout).filter(({ execution }) => execution.exitCode !== 0);
  const printed = failed.map(({ logFile }) => readFileSync(join(checkout, logFile), "utf8"));
  return printed
    .join("\n")
    .replaceAll(/^(\$ .*|\[ELIFECYCLE\].*)\n/gm, "")
    .trimEnd();
}

interface TurboSummary {
  tasks: {
    taskId: string;
    cache: { status: "HIT" | "MISS"; source?: "LOCAL" | "REMOTE" };
    /** Where it keeps what the task printed, from the root. */
    logFile: string;
    /** Milliseconds since 1970. */
    execution: { startTime: number; endTime: number; exitCode: number };
  }[];
}

function readSummary(checkout: string): TurboSummary["tasks"] {
  const [file] = globSync(`${runs}/*.json`, { cwd: checkout });
  if (!file) throw new Error(`turbo left no summary in ${runs}`);
  const { tasks }: TurboSummary = JSON.parse(readFileSync(join(checkout, file), "utf8"));
  return tasks;
}
