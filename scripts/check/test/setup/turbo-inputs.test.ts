import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, relative, resolve } from "node:path";
import { testInCheckout as test } from "@partner-center/lib/in-checkout";
import { run } from "@partner-center/lib/run";
import { copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { expect } from "vitest";

interface Task {
  taskId: string;
  hash: string;
  command: string;
  directory: string;
  dependencies: string[];
  /** The hash of each input, by its path from the package. */
  inputs: Record<string, string>;
}

interface Plan {
  tasks: Task[];
  globalCacheInputs: { files: Record<string, string> };
}

/** What turbo would do for the cached tasks. */
async function plan(copy: WorkspaceCopy): Promise<Plan> {
  const settings = JSON.parse(readFileSync(join(copy.folder, "turbo.json"), "utf8"));
  const cached = Object.keys(settings.tasks).filter(
    (name) => !name.includes("#") && settings.tasks[name].cache !== false,
  );
  const printed = await copy.run("turbo", "run", ...cached, "--dry=json");
  return JSON.parse(printed.slice(printed.indexOf("{")));
}

/**
 * The hashes on which a task's own hash depends, by file: of its inputs, of the inputs of the tasks
 * that run before it, and of the files that every task depends on.
 */
function hashesOf({ tasks, globalCacheInputs }: Plan, taskId: string): Map<string, string> {
  const hashes = new Map(Object.entries(globalCacheInputs.files));
  const add = (id: string): void => {
    const task = programs(tasks).find((one) => one.taskId === id);
    for (const [file, hash] of Object.entries(task?.inputs ?? {})) {
      hashes.set(join(task?.directory ?? "", file), hash);
    }
    task?.dependencies.forEach(add);
  };
  add(taskId);
  return hashes;
}

const programs = (tasks: Task[]) => tasks.filter(({ command }) => command.startsWith("node "));

/** Runs the program of a task and resolves to the files of the repository that it read. */
async function recordReads({ folder }: WorkspaceCopy, task: Task, tracked: string[]) {
  const cwd = join(folder, task.directory);
  const log = join(folder, ".turbo", `${task.taskId.replaceAll(/\W/g, "-")}.txt`);
  const PATH = [join(folder, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const NODE_OPTIONS = `--import ${join(import.meta.dirname, "record-reads.ts")}`;
  const env = { ...process.env, PATH, NODE_OPTIONS, READS_LOG: log };
  const [program = "", ...args] = task.command.split(" ");
  await run(program, args, { cwd, env, capture: true });
  const lines = readFileSync(log, "utf8").split("\n");
  const read = new Set(lines.map((file) => relative(folder, resolve(cwd, file))));
  // Redocly's yargs looks for a version in the root's package.json.
  return tracked.filter((file) => read.has(file) && file !== "package.json");
}

test("a change of any file that a cached task reads makes the task run", async () => {
  await using copy = await copyWorkspace();
  const tracked = (await copy.run("git", "ls-files")).split("\n");
  const before = await plan(copy);
  const recordings = new Map<string, Promise<string[]>>();
  const record = (task: Task): Promise<string[]> => {
    const needed = programs(before.tasks).filter(({ taskId }) =>
      task.dependencies.includes(taskId),
    );
    const recording =
      recordings.get(task.taskId) ??
      Promise.all(needed.map(record)).then(() => recordReads(copy, task, tracked));
    recordings.set(task.taskId, recording);
    return recording;
  };
  const tasks = programs(before.tasks);
  const reads = await Promise.all(tasks.map(record));

  for (const file of new Set(reads.flat())) appendFileSync(join(copy.folder, file), "\n");
  const after = await plan(copy);
  const unseen = tasks.flatMap((task, index) => {
    const [old, changed] = [hashesOf(before, task.taskId), hashesOf(after, task.taskId)];
    const files = reads[index] ?? [];
    return files
      .filter((file) => old.get(file) === changed.get(file))
      .map((file) => `${task.taskId} reads ${file}: add it to the inputs in turbo.json`);
  });
  expect(reads.filter((files) => files.length < 4)).toEqual([]);
  expect(tasks.length).toBeGreaterThan(6);
  expect(unseen).toEqual([]);
});

test("a file that no task reads makes none run, such as the release that is kept for the gate", async () => {
  await using copy = await copyWorkspace();
  const hashes = async () =>
    programs((await plan(copy)).tasks).map(({ taskId, hash }) => [taskId, hash]);
  const before = await hashes();
  mkdirSync(join(copy.folder, "spec/released"), { recursive: true });
  writeFileSync(join(copy.folder, "spec/released/openapi.json"), "{}");
  expect(await hashes()).toEqual(before);
});
