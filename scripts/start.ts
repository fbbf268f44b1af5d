/**
 * Runs the pipeline and fetches one order through what it made:
 * lint → bundle → generate → build → docs, then the mock and the built client.
 *
 * Usage: npm start        exits 1 with the output of the step that failed
 */
import { join } from "node:path";
import { main } from "@partner-center/lib/main";
import { runTasks } from "@partner-center/lib/turbo";
import { bundlePath } from "../spec/contract.ts";
import type { Mock } from "../spec/mock.ts";

interface Step {
  name: string;
  seconds: number;
  /** Empty for what no cache holds. */
  cache: "cached" | "ran" | "";
  result: string;
}

const root = join(import.meta.dirname, "..");

/** Where a task leaves what it makes, for the table. */
const results: Record<string, string> = {
  "spec#lint": "the contract keeps its rules",
  "spec#bundle": "spec/dist/openapi.json, openapi.yaml",
  "types#generate": "packages/types/src/openapi.ts",
  "client#generate": "packages/client/src/generated/",
  "types#build": "packages/types/dist/",
  "client#build": "packages/client/dist/",
  "docs#build": "packages/docs/dist/index.html",
};

/** Runs the pipeline's tasks, and reads turbo's summary of each. */
async function runPipeline(): Promise<Step[]> {
  const tasks = await runTasks(root, "lint", "bundle", "generate", "build");
  return tasks.map(({ name, from, seconds }) => ({
    name,
    seconds,
    cache: from === "built" ? "ran" : "cached",
    result: results[name] ?? "",
  }));
}

/** Gets the order that the mock serves by default, through the built client. */
async function fetchOrder(mock: Mock): Promise<{ steps: Step[]; order: unknown }> {
  const { createClient } = await import("../packages/client/dist/index.js");
  const starting = performance.now();
  await mock.load(bundlePath);
  const started = performance.now();
  const client = createClient({ credential: "any-token-will-do", baseUrl: mock.url });
  const { data } = await client.getOrder({
    customerId: "4b1c8f0e-6f0a-4a57-9d0e-2f7d3c5a9b10",
    orderId: "c0ffee123456",
  });
  const steps = [
    step("mock", started - starting, "Prism on the bundle, stopped again"),
    step("order", performance.now() - started, "the last line but one"),
  ];
  return { steps, order: data };
}

function step(name: string, milliseconds: number, result: string): Step {
  return { name, seconds: milliseconds / 1000, cache: "", result };
}

function printTable(steps: Step[]): void {
  const rows = steps.map((one) => [one.name, `${one.seconds.toFixed(2)} s`, one.cache, one.result]);
  console.log();
  rows.unshift(["step", "time", "cache", "result"]);
  for (const [name = "", time = "", cache = "", result = ""] of rows) {
    console.log(`${name.padEnd(16)}  ${time.padStart(8)}  ${cache.padEnd(7)}  ${result}`);
  }
  console.log();
}

await main(import.meta, {}, async () => {
  const begin = performance.now();
  const running = runPipeline();
  // Loading Prism takes most of a second, so it is done beside the pipeline.
  const starting = import("../spec/mock.ts").then(({ startMock }) => startMock({ contract: null }));
  // Awaited below, after the tasks.
  starting.catch(() => {});
  try {
    const tasks = await running;
    const { steps, order } = await fetchOrder(await starting);
    printTable([...tasks, ...steps]);
    console.log(JSON.stringify(order));
    const cached = tasks.filter(({ cache }) => cache === "cached").length;
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`start: ${cached} of ${tasks.length} tasks from cache, ${seconds} s`);
  } finally {
    await starting.then((mock) => mock.close()).catch(() => {});
  }
});
