/**
 * Installs the packed packages, and tries every situation on every runtime. Prints the table
 * situations × runtimes, which the client's README shows. A runtime that can't be had is missing,
 * which is not a failure unless CI is set.
 *
 * Usage: npm run check -- runtimes [--only RUNTIME ...] [--write]
 *   --only    such as "Node 20"; all of them by default
 *   --write   puts the table into packages/client/README.md when it is complete
 */
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { styleText } from "node:util";
import { type Consumer, createConsumer, publishLocally } from "@partner-center/lib/consumer";
import { main } from "@partner-center/lib/main";
import type { Addresses } from "../../packages/client/situations/server.ts";
import { startSituations } from "../../packages/client/situations/server.ts";
import { situations } from "../../packages/client/situations/situations.ts";
import { readProject } from "./project.ts";
import { type ReadyRuntime, type Runtime, runtimes } from "./runtimes/runtimes.ts";
import {
  type Column,
  isComplete,
  readBlock,
  renderBlock,
  renderSummary,
  renderTable,
  writeBlock,
} from "./runtimes/table.ts";
import { choose, only } from "./try-each.ts";

const names = situations.map(({ name }) => name);
const limitMs = 180_000;

/** A project with the packed client, and with the situations as one file. */
async function createStage(): Promise<Consumer> {
  await using published = await publishLocally();
  const consumer = await createConsumer(published, {}, readProject("runtimes/project"));
  const situations = join(import.meta.dirname, "runtimes/run-situations.ts");
  await consumer.run("pnpm", "run", "build:situations", situations);
  await consumer.run("pnpm", "run", "build");
  return consumer;
}

async function tryRuntime(
  { name, prepare }: Runtime,
  folder: string,
  addresses: Addresses,
): Promise<Column> {
  let ready: ReadyRuntime;
  try {
    ready = await prepare();
  } catch (error) {
    return { name, outcomes: [], missing: String(error).trim().split("\n").at(-1) ?? "" };
  }
  await using runtime = ready;
  const hanging = setTimeout(limitMs, undefined, { ref: false }).then(() => {
    throw new Error(`no outcome after ${limitMs} ms`);
  });
  try {
    const printed = await Promise.race([runtime.run(folder, addresses), hanging]);
    return { name, outcomes: JSON.parse(printed) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failed = (situation: string) => ({ situation, verdict: "failed" as const, reason });
    return { name, outcomes: names.map(failed) };
  }
}

function failuresOf({ outcomes }: Column): string[] {
  const failed = outcomes.filter(({ verdict }) => verdict === "failed");
  // When all failed, the runtime itself did, for one reason.
  return failed.length === names.length
    ? [failed[0]?.reason ?? ""]
    : failed.map(({ situation, reason }) => `${situation}: ${reason}`);
}

async function tryRuntimes(chosen: readonly Runtime[]): Promise<Column[]> {
  using consumer = await createStage();
  const { stop, ...addresses } = await startSituations();
  const columns: Column[] = [];
  try {
    for (const runtime of chosen) {
      const begin = performance.now();
      const column = await tryRuntime(runtime, consumer.folder, addresses);
      const failures = failuresOf(column);
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      const result = column.missing ? `missing: ${column.missing}` : `${failures.length} failed`;
      console.log(`${column.name}: ${result} ${styleText("dim", `${seconds} s`)}`);
      for (const failure of failures) console.log(styleText("red", `  ${failure}`));
      columns.push(column);
    }
  } finally {
    await stop();
  }
  return columns;
}

const options = { ...only, write: { type: "boolean", default: false } } as const; // As parseArgs wants.

await main(import.meta, { options }, async ({ values }) => {
  const columns = await tryRuntimes(choose(runtimes, values.only));
  console.log(`\n${renderTable(names, columns)}\n\n${renderSummary(names, columns)}`);
  const isMissing = columns.some(({ missing }) => missing) && process.env.CI !== undefined;
  if (isMissing || columns.some((column) => failuresOf(column).length > 0)) process.exitCode = 1;
  if (columns.length < runtimes.length || !isComplete(names, columns)) return;
  const block = renderBlock(names, columns);
  if (values.write) writeBlock(block);
  else if (block !== readBlock()) {
    throw new Error("The client's README differs; run: npm run check -- runtimes --write");
  }
});
