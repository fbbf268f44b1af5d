/** `npm start` beside the raw tool calls that it stands for. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { type Family, figureOf, ratioOf, tell } from "./figures.ts";
import { timed } from "./measure-command.ts";
import { medianBar, plotBars } from "./plot.ts";

const rounds = 5;

/** What `npm start` does once everything is made. */
const order = `
  const { startMock } = await import("./spec/mock.ts");
  const { createClient } = await import("./packages/client/dist/index.js");
  const mock = await startMock();
  const client = createClient({ credential: "any", baseUrl: mock.url });
  await client.getOrder({ customerId: "a", orderId: "b" });
  await mock.close();
`;

interface Task {
  taskId: string;
  command: string;
  directory: string;
  dependencies: string[];
}

export async function measure(): Promise<Family> {
  await using workspace = await copyWorkspace();
  const schema = join(workspace.folder, "spec/components/schemas/Order.yaml");
  const original = readFileSync(schema, "utf8");
  const start = () =>
    timed(() => workspace.run("node", "scripts/setup.mjs", "node", "scripts/start.ts"));
  await start();
  const tasks = await readTasks(workspace);
  const again: number[] = [];
  const edited: number[] = [];
  const cold: number[] = [];
  const chains: number[] = [];
  let slowest: string[] = [];
  for (let round = 0; round < rounds; round++) {
    again.push(await start());
    writeFileSync(schema, original.replace("What a partner bought", `Round ${round}: bought`));
    edited.push(await start());
    forgetCache(workspace.folder);
    cold.push(await start());
    const chain = await slowestChain(workspace, tasks);
    slowest = chain.names;
    chains.push(chain.seconds);
  }
  const told = (name: string, values: number[], goal: string) => [
    name,
    tell(figureOf(values), "s", 2),
    tell(ratioOf(values, chains), "×", 2),
    goal,
  ];
  return {
    title: "npm start beside the raw tool calls",
    notes: [
      `${rounds} rounds in a copy of the workspace. A chain is tasks that wait for each other, each run alone as its package says; the slowest: ${slowest.join(" → ")}.`,
      "The order at the end (mock, one call) is part of each wall time and of the chain.",
    ],
    tables: [
      {
        columns: ["npm start", "wall", "of the chain", "goal"],
        rows: [
          told("again, nothing changed", again, "≤ 3 s"),
          told("after an edit of the contract", edited, "≤ 1.5 ×"),
          told("cold: no cache", cold, "≤ 1.3 ×"),
          ["slowest chain of raw calls", tell(figureOf(chains), "s", 2), "1", ""],
        ],
      },
    ],
    plots: {
      "start.svg": plotBars({
        title: "Seconds of npm start",
        bars: Object.entries({ again, edited, cold, "slowest chain": chains }).map(
          ([name, values]) => medianBar(name, values, 1, values !== chains),
        ),
        command: "npm run bench -- start --save",
      }),
    },
    watched: {
      "start/edit ÷ chain": ratioOf(edited, chains).median,
      "start/cold ÷ chain": ratioOf(cold, chains).median,
      "start/again ÷ chain": ratioOf(again, chains).median,
    },
  };
}

function forgetCache(folder: string): void {
  for (const path of [".turbo/cache", "node_modules/.cache/turbo"]) {
    if (existsSync(join(folder, path))) rmSync(join(folder, path), { recursive: true });
  }
}

/** The tasks behind `npm start`, each after those that it waits for. */
async function readTasks({ run }: WorkspaceCopy): Promise<Task[]> {
  const plan = await run("turbo", "run", "lint", "bundle", "generate", "build", "--dry=json");
  const { tasks }: { tasks: Task[] } = JSON.parse(plan.slice(plan.indexOf("{")));
  const sorted: Task[] = [];
  while (sorted.length < tasks.length) {
    const ready = tasks.find(
      (task) =>
        !sorted.includes(task) &&
        task.dependencies.every((id) => sorted.some(({ taskId }) => taskId === id)),
    );
    if (!ready) throw new Error("turbo's tasks wait for each other in a circle");
    sorted.push(ready);
  }
  return sorted;
}

/** Runs each task's command alone and finds the chain of them that takes longest. */
async function slowestChain(
  workspace: WorkspaceCopy,
  tasks: Task[],
): Promise<{ names: string[]; seconds: number }> {
  const ends = new Map<string, { names: string[]; seconds: number }>();
  for (const { taskId, command, directory, dependencies } of tasks) {
    const before = dependencies
      .map((id) => ends.get(id) ?? { names: [], seconds: 0 })
      .reduce((a, b) => (a.seconds > b.seconds ? a : b), { names: [], seconds: 0 });
    if (command === "<NONEXISTENT>") {
      ends.set(taskId, before);
      continue;
    }
    const bin = join(workspace.folder, directory, "node_modules/.bin");
    const line = `cd '${directory}' && PATH='${bin}${delimiter}'"$PATH" && ${command}`;
    const seconds = await timed(() => workspace.run("sh", "-c", line));
    const name = taskId.replace("@partner-center/", "");
    ends.set(taskId, { names: [...before.names, name], seconds: before.seconds + seconds });
  }
  const slowest = [...ends.values()].reduce((a, b) => (a.seconds > b.seconds ? a : b));
  const ordering = await timed(() => workspace.run("node", "--input-type=module", "--eval", order));
  return { names: [...slowest.names, "order"], seconds: slowest.seconds + ordering };
}
