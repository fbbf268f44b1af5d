/** What turbo's `--summarize` tells of the last run. */
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

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
  const [file] = globSync(`${runs}/*.json`, { cwd: checkout });
  if (!file) throw new Error(`turbo left no summary in ${runs}`);
  const { tasks }: TurboSummary = JSON.parse(readFileSync(join(checkout, file), "utf8"));
  return tasks
    .sort((a, b) => a.execution.startTime - b.execution.startTime)
    .map(({ taskId, cache, execution }) => ({
      name: taskId.replace("@partner-center/", ""),
      from: cache.status === "HIT" ? (cache.source ?? "LOCAL") : "built",
      seconds: (execution.endTime - execution.startTime) / 1000,
    }));
}

interface TurboSummary {
  tasks: {
    taskId: string;
    cache: { status: "HIT" | "MISS"; source?: "LOCAL" | "REMOTE" };
    /** Milliseconds since 1970. */
    execution: { startTime: number; endTime: number };
  }[];
}
