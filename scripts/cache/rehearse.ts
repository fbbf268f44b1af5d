/**
 * Rehearses sharing turbo's cache between machines: a cache server on loopback, clones as machines,
 * and all that may go wrong in between. CONTRIBUTING.md says how to run a real one.
 *
 * Usage: npm run check -- cache        (exits 1 when a step goes otherwise than it should)
 */
import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { listen } from "@partner-center/lib/loopback";
import { main } from "@partner-center/lib/main";
import { run } from "@partner-center/lib/run";
import { forgetRuns, readLastRun, type TaskRun } from "@partner-center/lib/turbo";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { startCacheServer } from "./server.ts";

const made = ["spec/dist", "packages/types/dist", "packages/client/dist", "packages/docs/dist"];

/** This environment, without a shared cache of its own. */
const plain = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^TURBO_(API|TOKEN|TEAM|CACHE)/.test(name)),
);

/** Runs the pipeline in a clone that has made nothing yet. `cache` is what says where the cache is. */
async function runPipeline(
  folder: string,
  cache: Record<string, string>,
  tasks = ["lint", "bundle", "generate", "build"],
) {
  for (const path of [".turbo", ...made]) {
    rmSync(join(folder, path), { recursive: true, force: true });
  }
  forgetRuns(folder);
  const begin = performance.now();
  const args = ["run", ...tasks, "--summarize"];
  await run("turbo", args, { cwd: folder, env: { ...plain, ...cache }, capture: true });
  const seconds = (performance.now() - begin) / 1000;
  return { runs: readLastRun(folder), seconds };
}

/** How many tasks' results came from there. */
const count = (runs: TaskRun[], source: TaskRun["from"]): number =>
  runs.filter(({ from }) => from === source).length;

/** One hash over everything that was made in a clone. */
function hashResult(folder: string): string {
  const hash = createHash("sha256");
  const patterns = made.map((path) => `${path}/**/*.*`);
  for (const file of globSync(patterns, { cwd: folder }).sort()) {
    hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

const troubles: Record<string, RequestListener | undefined> = {
  "the server is away": undefined,
  "the server never responds": () => {},
  "the server falls silent in the middle of a response": (_request, response) =>
    response.writeHead(200, { "content-length": 1000 }).write("x"),
};

await main(import.meta, {}, async () => {
  const ownKey = { TURBO_REMOTE_CACHE_SIGNATURE_KEY: randomBytes(32).toString("hex") };
  const otherKey = { TURBO_REMOTE_CACHE_SIGNATURE_KEY: randomBytes(32).toString("hex") };
  console.log("Starting the cache server and cloning two machines ...");
  await using server = await startCacheServer();
  await using machineA = await copyWorkspace();
  await using machineB = await copyWorkspace();
  const [a, b] = [machineA.folder, machineB.folder];
  const ci = {
    TURBO_API: server.url,
    TURBO_TOKEN: server.token,
    TURBO_TEAM: "team_partner-center",
    ...ownKey,
  };
  const developer = { ...ci, TURBO_API: server.readOnlyUrl };
  let failures = 0;

  /** Runs the pipeline, and compares what it made, how many tasks it ran, how many are stored. */
  async function step(
    title: string,
    folder: string,
    cache: Record<string, string>,
    { built, stored = all }: { built: number; stored?: number },
  ): Promise<void> {
    const { runs, seconds } = await runPipeline(folder, cache);
    const isRight =
      count(runs, "built") === built &&
      hashResult(folder) === expected &&
      server.artifacts().length === stored;
    if (!isRight) failures += 1;
    const sources = (["built", "LOCAL", "REMOTE"] as const)
      .filter((source) => count(runs, source) > 0)
      .map((source) => `${count(runs, source)} ${source}`)
      .join(", ");
    const mark = isRight ? "✓" : "✗";
    console.log(`${mark} ${title.padEnd(66)} ${sources.padEnd(20)} ${seconds.toFixed(1)} s`);
  }

  const alone = await runPipeline(a, {});
  const all = alone.runs.length;
  const expected = hashResult(a);
  console.log(`Alone, a machine runs ${all} tasks in ${alone.seconds.toFixed(1)} s.`);

  await step("A, a developer: may only read, so nothing is stored", a, developer, {
    built: all,
    stored: 0,
  });
  await step("A, the CI: runs and stores every task", a, ci, { built: all });
  await step("B, a developer: takes every task from the shared cache", b, developer, { built: 0 });

  const [target = "", other = ""] = server.artifacts();
  const content = readFileSync(target);
  writeFileSync(target, Buffer.from(content).fill(0, content.length >> 1));
  await step("an artifact was changed: refused, and its task runs", b, developer, { built: 1 });
  copyFileSync(other, target);
  copyFileSync(`${other}.tag`, `${target}.tag`);
  await step("an artifact and its signature stand in another's place: refused", b, developer, {
    built: 1,
  });
  writeFileSync(target, content);
  const stranger = { ...developer, ...otherKey };
  await step("a machine with another key: refuses everything", b, stranger, { built: all });

  for (const [title, handler] of Object.entries(troubles)) {
    await using broken = handler && (await listen(handler));
    const url = broken?.url ?? "http://127.0.0.1:9";
    const cache = { ...developer, TURBO_API: url, TURBO_CACHE: "local:rw,remote:r" };
    await step(title, b, cache, { built: all });
    // One short task shows the cost: turbo asks for all tasks at the same time.
    const without = await runPipeline(b, {}, ["bundle"]);
    const hindered = await runPipeline(b, cache, ["bundle"]);
    const cost = Math.max(0, hindered.seconds - without.seconds);
    console.log(`  costs ${cost.toFixed(1)} s a run`);
  }
  if (failures > 0) throw new Error(`${failures} steps went otherwise.`);
  console.log("Every step went as it should.");
});
