/**
 * Installs the packed packages, and tries every situation on every runtime. Prints the table
 * situations × runtimes, which the client's README shows. A runtime that cannot be had is missing:
 * that is no failure, but nothing is said to have passed there.
 *
 * Usage: npm run check -- runtimes [-- RUNTIME ...] [--write]
 *   RUNTIME   such as "Node 20"; all when none is named
 *   --write   puts the table into packages/client/README.md, when nothing failed and none is missing
 */

import { join } from "node:path";
import { styleText } from "node:util";
import { type Consumer, createConsumer, publishLocally } from "@partner-center/lib/consumer";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals } from "@partner-center/lib/run";
import type { Addresses } from "../../packages/client/situations/server.ts";
import { startSituations } from "../../packages/client/situations/server.ts";
import { situations } from "../../packages/client/situations/situations.ts";
import { readBlock, renderBlock, writeBlock } from "./runtimes/readme.ts";
import { bundles, files, type ReadyRuntime, type Runtime, runtimes } from "./runtimes/runtimes.ts";
import { type Column, isComplete, renderSummary, renderTable } from "./runtimes/table.ts";

const names = situations.map(({ name }) => name);
const limitMs = 180_000;

/** A project with the packed client, and with the situations as one file. */
async function createStage(): Promise<Consumer> {
  await using published = await publishLocally();
  const client = published.versions["@partner-center/client"] ?? "";
  const dependencies = { "@partner-center/client": client, esbuild: "0.28.2" };
  const consumer = await createConsumer(published, dependencies, files);
  const bundle = (entry: string, out: string) =>
    consumer.run("pnpm", "exec", "esbuild", entry, "--bundle", "--format=esm", `--outfile=${out}`);
  await bundle(join(import.meta.dirname, "runtimes/run-situations.ts"), "situations.mjs");
  for (const [entry, out] of Object.entries(bundles)) await bundle(entry, out);
  return consumer;
}

async function tryRuntime(
  { title, prepare }: Runtime,
  consumer: Consumer,
  addresses: Addresses,
): Promise<Column> {
  let ready: ReadyRuntime;
  try {
    ready = await prepare();
  } catch (error) {
    return { title, outcomes: [], missing: lastLine(error) };
  }
  await using runtime = ready;
  const timer = AbortSignal.timeout(limitMs);
  const tooLate = new Promise<never>((_, reject) => {
    timer.addEventListener("abort", () => reject(new Error(`no outcome after ${limitMs} ms`)));
  });
  try {
    const printed = await Promise.race([runtime.run(consumer, addresses), tooLate]);
    return { title, outcomes: JSON.parse(printed) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failed = (situation: string) => ({ situation, verdict: "failed" as const, reason });
    return { title, outcomes: names.map(failed) };
  }
}

const lastLine = (error: unknown): string => String(error).trim().split("\n").at(-1) ?? "";

async function main(chosen: readonly Runtime[], write: boolean): Promise<void> {
  using consumer = await createStage();
  const { stop, ...addresses } = await startSituations();
  const columns: Column[] = [];
  try {
    for (const runtime of chosen) {
      const begin = performance.now();
      const column = await tryRuntime(runtime, consumer, addresses);
      const failures = column.outcomes.filter(({ verdict }) => verdict === "failed");
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      const mark = column.missing ? `missing: ${column.missing}` : `${failures.length} failed`;
      console.log(`${column.title}: ${mark} ${styleText("dim", `${seconds} s`)}`);
      for (const reason of new Set(
        failures.map(({ situation, reason }) =>
          failures.length === names.length ? reason : `${situation}: ${reason}`,
        ),
      ))
        console.log(styleText("red", `  ${reason}`));
      columns.push(column);
    }
  } finally {
    await stop();
  }
  console.log(`\n${renderTable(names, columns)}\n\n${renderSummary(names, columns)}`);

  const someFailed = columns.some(({ outcomes }) =>
    outcomes.some(({ verdict }) => verdict === "failed"),
  );
  // In CI, where each can be had, a missing one is a test that was skipped.
  const someMissing = columns.some(({ missing }) => missing) && process.env.CI !== undefined;
  if (someFailed || someMissing) process.exitCode = 1;
  if (chosen.length < runtimes.length || !isComplete(names, columns)) return;
  const block = renderBlock(names, columns);
  if (write) writeBlock(block);
  else if (block !== readBlock()) {
    console.error("The client's README says otherwise: npm run check -- runtimes --write");
    process.exitCode = 1;
  }
}

const { values, words } = readArguments({
  words: runtimes.map(({ title }) => title),
  options: { write: { type: "boolean", default: false } },
});
exitOnSignals();
await main(
  runtimes.filter(({ title }) => words.length === 0 || words.includes(title)),
  values.write,
);
