/**
 * Installs the packed packages, and tries every situation on every runtime. Prints the table
 * situations × runtimes, which a page of the documentation shows; the client's README has its summary.
 * A runtime that can't be had is missing, which is not a failure unless CI is set.
 *
 * Usage: npm run check -- runtimes [--only RUNTIME ...] [--write]
 *   --only    such as "Node 20"; all of them by default
 *   --write   puts both into packages/client/README.md and packages/docs/content/runtimes.json when the
 *             table is complete
 */
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { createConsumer, type Project, publishLocally } from "@partner-center/lib/consumer";
import { main } from "@partner-center/lib/main";
import { type Addresses, startSituations } from "../../packages/client/situations/server.ts";
import { situations } from "../../packages/client/situations/situations.ts";
import { readProject } from "./project.ts";
import { type Runtime, runtimes } from "./runtimes/runtimes.ts";
import {
  type Column,
  isComplete,
  readShown,
  renderShown,
  renderTable,
  writeShown,
} from "./runtimes/table.ts";
import { choose, only, tryEach } from "./try-each.ts";

const names = situations.map(({ name }) => name);
const limitMs = 180_000;

/** A project with the packed client, and with the situations as one file. */
async function createStage(): Promise<Project> {
  await using published = await publishLocally();
  const consumer = await createConsumer(published, {}, readProject("runtimes/project"));
  const situations = join(import.meta.dirname, "runtimes/run-situations.ts");
  await consumer.run("pnpm", "run", "build:situations", situations);
  await consumer.run("pnpm", "run", "build");
  return consumer;
}

async function tryRuntime(
  { name, run }: Runtime,
  folder: string,
  addresses: Addresses,
): Promise<Column> {
  const hanging = setTimeout(limitMs, undefined, { ref: false }).then(() => {
    throw new Error(`no outcome after ${limitMs} ms`);
  });
  try {
    const printed = await Promise.race([run(folder, addresses), hanging]);
    return { name, outcomes: JSON.parse(printed) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failed = (situation: string) => ({ situation, verdict: "failed" as const, reason });
    return { name, outcomes: names.map(failed) };
  }
}

/** @throws with the situations that failed */
function assertPassed({ outcomes }: Column): void {
  const failed = outcomes.filter(({ verdict }) => verdict === "failed");
  if (failed.length === 0) return;
  const reasons = failed.map(({ situation, reason }) => `  ${situation}: ${reason}`);
  // When all failed, the runtime itself did, for one reason.
  throw new Error(failed.length < names.length ? reasons.join("\n") : failed[0]?.reason);
}

async function tryRuntimes(chosen: readonly Runtime[]): Promise<Column[]> {
  using consumer = await createStage();
  const { stop, ...addresses } = await startSituations();
  await using servers = new AsyncDisposableStack();
  servers.defer(stop);
  const columns = new Map<string, Column>();
  await tryEach("runtimes", chosen, async (runtime) => {
    const column = await tryRuntime(runtime, consumer.folder, addresses);
    columns.set(runtime.name, column);
    assertPassed(column);
    return `${names.length} situations handled`;
  });
  return chosen.map(({ name, missing }) => columns.get(name) ?? { name, outcomes: [], missing });
}

const options = { ...only, write: { type: "boolean", default: false } } as const; // As parseArgs wants.

await main(import.meta, { options }, async ({ values }) => {
  const columns = await tryRuntimes(choose(runtimes, values.only));
  const shown = renderShown(names, columns);
  console.log(`\n${shown.summary}\n\n${renderTable(names, columns)}`);
  if (columns.length < runtimes.length || !isComplete(names, columns)) return;
  if (values.write) writeShown(shown);
  else if (!isDeepStrictEqual(shown, readShown())) {
    throw new Error(
      "The client's README or the docs differ; run: npm run check -- runtimes --write",
    );
  }
});
