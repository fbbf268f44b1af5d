/** Runs tasks with turbo, and reads what its `--summarize` says about each. */
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

/** Removes the summaries of earlier runs in a checkout, so that the next run is the one that is read. */
export function forgetRuns(checkout: string): void {
  rmSync(join(checkout, runs), { recursive: true, force: true });
}

/** The tasks of the run since {@link forgetRuns}, in the order in which they began. */
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
 * Runs tasks and shows turbo's progress. The output of failed tasks comes last, without lines of turbo
 * and pnpm.
 *
 * @throws with the output of the failed tasks
 */
export async function runTasks(checkout: string, ...tasks: string[]): Promise<TaskRun[]> {
  forgetRuns(checkout);
  const options = ["--summarize", "--output-logs=none"];
  try {
    await run("turbo", ["run", ...tasks, ...options], { cwd: checkout });
  } catch (cause) {
    const failed = readSummary(checkout).filter(({ execution }) => execution.exitCode !== 0);
    const output = failed.map(({ logFile }) => readFileSync(join(checkout, logFile), "utf8"));
    const lines = output.join("\n").replaceAll(/^(\$ .*|\[ELIFECYCLE\].*)\n/gm, "");
    throw new Error(lines.trimEnd(), { cause });
  }
  return readLastRun(checkout);
}

interface Task {
  taskId: string;
  cache: { status: "HIT" | "MISS"; source?: "LOCAL" | "REMOTE" };
  /** The file with the task's output, from the root. */
  logFile: string;
  /** Times are milliseconds since 1970. */
  execution: { startTime: number; endTime: number; exitCode: number };
}

function readSummary(checkout: string): Task[] {
  const [file] = globSync(`${runs}/*.json`, { cwd: checkout });
  if (!file) throw new Error(`turbo left no summary in ${runs}`);
  const { tasks }: { tasks: Task[] } = JSON.parse(readFileSync(join(checkout, file), "utf8"));
  return tasks;
}
