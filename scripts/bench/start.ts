/** `npm start` beside the raw tool calls that it stands for. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { type Family, formatRange, inTurn, median, ratios, timed } from "./figures.ts";

const rounds = 5;

/** What `npm start` does once everything is made. */
const order = `
  const { startMock } = await import("@partner-center/spec/mock");
  const { createClient } = await import("./packages/client/dist/index.js");
  const mock = await startMock();
  const client = createClient({ credential: "any", baseUrl: mock.url });
  await client.getOrder({ customerId: "a", orderId: "b" });
  await mock.close();
`;

/** Tasks that wait for each other. */
type Chain = { names: string[]; seconds: number };

const none: Chain = { names: [], seconds: 0 };
const longer = (a: Chain, b: Chain): Chain => (a.seconds > b.seconds ? a : b);

export async function measure(): Promise<Family> {
  await using workspace = await copyWorkspace();
  const { folder, run } = workspace;
  const schema = join(folder, "spec/components/schemas/Order.yaml");
  const original = readFileSync(schema, "utf8");
  const start = () => timed(() => run("node", "scripts/setup.mjs", "node", "scripts/start.ts"));
  await start();
  let edits = 0;
  let slowest = none;
  const works = {
    again: start,
    edited: () => {
      writeFileSync(schema, original.replace("What a partner bought", `Round ${edits++}: bought`));
      return start();
    },
    cold: () => {
      rmSync(join(folder, ".turbo/cache"), { recursive: true, force: true });
      return start();
    },
    chain: async () => {
      slowest = await findSlowestChain(workspace);
      return slowest.seconds;
    },
  };
  const times = await inTurn(rounds, works, (work) => work());
  const { again = [], edited = [], cold = [], chain = [] } = times;
  const row = (name: string, values: number[], goal: string) => [
    name,
    formatRange(values, "s", 2),
    formatRange(ratios(values, chain), "×", 2),
    goal,
  ];
  return {
    title: "npm start beside the raw tool calls",
    notes: [
      `${rounds} rounds in a copy of the workspace. A chain is tasks that wait for each other, each run alone as its package says; the slowest: ${slowest.names.join(" → ")}.`,
      "The order at the end (mock, one call) is part of each wall time and of the chain.",
    ],
    tables: [
      [
        ["npm start", "wall", "of the chain", "goal"],
        row("again, nothing changed", again, "≤ 3 s"),
        row("after an edit of the contract", edited, "≤ 1.5 ×"),
        row("cold: no cache", cold, "≤ 1.3 ×"),
        ["slowest chain of raw calls", formatRange(chain, "s", 2), "1", ""],
      ],
    ],
    watched: {
      "start/edit ÷ chain": median(ratios(edited, chain)),
      "start/cold ÷ chain": median(ratios(cold, chain)),
      "start/again ÷ chain": median(ratios(again, chain)),
    },
  };
}

type Task = { taskId: string; command: string; directory: string; dependencies: string[] };

/** Runs each task's command alone, and finds the chain of them that takes longest. */
async function findSlowestChain({ folder, run }: WorkspaceCopy): Promise<Chain> {
  const plan = await run("turbo", "run", "lint", "bundle", "generate", "build", "--dry=json");
  const { tasks }: { tasks: Task[] } = JSON.parse(plan.slice(plan.indexOf("{")));
  const chains = new Map<Task, Chain>();

  /** Runs a task once, after those that it waits for. @returns the chain that ends with it */
  async function runTask(task: Task): Promise<Chain> {
    let chain = chains.get(task) ?? none;
    if (chain !== none) return chain;
    for (const before of tasks.filter(({ taskId }) => task.dependencies.includes(taskId))) {
      chain = longer(chain, await runTask(before));
    }
    if (task.command !== "<NONEXISTENT>") {
      const bin = join(folder, task.directory, "node_modules/.bin");
      const line = `cd '${task.directory}' && PATH='${bin}${delimiter}'"$PATH" && ${task.command}`;
      const seconds = await timed(() => run("sh", "-c", line));
      const name = task.taskId.replace("@partner-center/", "");
      chain = { names: [...chain.names, name], seconds: chain.seconds + seconds };
    }
    chains.set(task, chain);
    return chain;
  }

  let slowest = none;
  for (const task of tasks) slowest = longer(slowest, await runTask(task));
  const ordering = await timed(() => run("node", "--input-type=module", "--eval", order));
  return { names: [...slowest.names, "order"], seconds: slowest.seconds + ordering };
}
