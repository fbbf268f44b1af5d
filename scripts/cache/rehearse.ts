/**
 * Rehearses sharing turbo's cache between machines: a cache server on loopback, clones as machines,
 * and whatever may go wrong in between. CONTRIBUTING.md says how to run the real one.
 *
 * Usage: npm run check -- cache        (exits 1 when a step goes otherwise than it should)
 */

import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals } from "@partner-center/lib/run";
import { readLastRun, type TaskRun } from "@partner-center/lib/turbo-summary";
import { copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { startCacheServer } from "./server.ts";

const made = ["spec/dist", "packages/types/dist", "packages/client/dist", "packages/docs/dist"];
let failures = 0;

interface Run {
  tasks: TaskRun[];
  seconds: number;
}

/** This environment, without a shared cache of its own. */
const plain = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^TURBO_(API|TOKEN|TEAM|CACHE)/.test(name)),
);

/** Runs the pipeline on a machine that has the contract and the packages, and made nothing yet. */
async function runPipeline(
  machine: WorkspaceCopy,
  cache: Record<string, string>,
  tasks = ["lint", "bundle", "generate", "build"],
): Promise<Run> {
  for (const path of [".turbo", ...made]) {
    rmSync(join(machine.folder, path), { recursive: true, force: true });
  }
  process.env = { ...plain, ...cache };
  const begin = performance.now();
  await machine.run("node", "scripts/setup.mjs", "turbo", "run", ...tasks, "--summarize");
  const seconds = (performance.now() - begin) / 1000;
  return { tasks: readLastRun(machine.folder), seconds };
}

/** How many tasks' results came from there. */
const count = ({ tasks }: Run, source: TaskRun["from"]): number =>
  tasks.filter(({ from }) => from === source).length;

/** One hash over everything that a machine made. */
function resultOf(machine: WorkspaceCopy): string {
  const hash = createHash("sha256");
  for (const file of globSync(
    made.map((path) => `${path}/**/*.*`),
    { cwd: machine.folder },
  ).sort()) {
    hash.update(file).update(readFileSync(join(machine.folder, file)));
  }
  return hash.digest("hex");
}

function report(step: string, run: Run, isRight: boolean): void {
  const sources = (["built", "LOCAL", "REMOTE"] as const)
    .filter((source) => count(run, source) > 0)
    .map((source) => `${count(run, source)} ${source}`);
  const mark = isRight ? "✓" : "✗";
  console.log(
    `${mark} ${step.padEnd(66)} ${sources.join(", ").padEnd(20)} ${run.seconds.toFixed(1)} s`,
  );
  if (!isRight) failures += 1;
}

/** A server that never answers, or begins to and then falls silent. */
async function startTrouble(cause: "silence" | "half an answer") {
  const server = createServer((_request, response) => {
    if (cause === "half an answer") response.writeHead(200, { "content-length": 1000 }).write("x");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A TCP server has an AddressInfo; only a pipe has a string.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

readArguments();
exitOnSignals();
const signed = {
  TURBO_TEAM: "team_partner-center",
  TURBO_REMOTE_CACHE_SIGNATURE_KEY: randomBytes(32).toString("hex"),
};
console.log("Starting the cache server and cloning two machines ...");
await using server = await startCacheServer();
await using machineA = await copyWorkspace();
await using machineB = await copyWorkspace();
const ci = { ...signed, TURBO_TOKEN: server.token, TURBO_API: server.url };
const developer = { ...ci, TURBO_API: server.readOnlyUrl };

const alone = await runPipeline(machineA, {});
const all = alone.tasks.length;
const expected = resultOf(machineA);
const isRight = (machine: WorkspaceCopy) => resultOf(machine) === expected;
report("machine A builds, without a shared cache", alone, true);

const refused = await runPipeline(machineA, developer);
report(
  "A, a developer: may read only, so nothing is stored",
  refused,
  count(refused, "built") === all && server.artefacts().length === 0 && isRight(machineA),
);

const first = await runPipeline(machineA, ci);
report(
  "A, the CI: builds, and stores every task",
  first,
  count(first, "built") === all && server.artefacts().length === all && isRight(machineA),
);

const second = await runPipeline(machineB, developer);
report(
  "machine B, a developer: every task from the shared cache",
  second,
  count(second, "REMOTE") === all && isRight(machineB),
);

const [target = "", other = ""] = server.artefacts();
const stored = readFileSync(target);
writeFileSync(target, Buffer.from(stored).fill(0, stored.length >> 1));
const tampered = await runPipeline(machineB, developer);
report(
  "an artefact was tampered with: refused and built",
  tampered,
  count(tampered, "built") === 1 && isRight(machineB),
);

copyFileSync(other, target);
copyFileSync(`${other}.tag`, `${target}.tag`);
const swapped = await runPipeline(machineB, developer);
report(
  "one artefact stands in another's place, with its signature: refused",
  swapped,
  count(swapped, "built") === 1 && isRight(machineB),
);
writeFileSync(target, stored);

const stranger = await runPipeline(machineB, {
  ...developer,
  TURBO_REMOTE_CACHE_SIGNATURE_KEY: randomBytes(32).toString("hex"),
});
report(
  "a machine with another key believes nothing",
  stranger,
  count(stranger, "built") === all && isRight(machineB),
);

for (const trouble of ["out of reach", "silence", "half an answer"] as const) {
  using slow = trouble === "out of reach" ? undefined : await startTrouble(trouble);
  const broken = {
    ...developer,
    TURBO_API: slow?.url ?? "http://127.0.0.1:9",
    TURBO_CACHE: "local:rw,remote:r",
  };
  const run = await runPipeline(machineB, broken);
  const isRightRun = count(run, "built") === all && isRight(machineB);
  // What it costs shows on one short task: turbo asks for all of them at the same time.
  const without = await runPipeline(machineB, {}, ["bundle"]);
  const hindered = await runPipeline(machineB, broken, ["bundle"]);
  const cost = hindered.seconds - without.seconds;
  report(
    `${trouble === "out of reach" ? "" : "a server of "}${trouble}: costs ${cost.toFixed(1)} s, at most 2 s`,
    run,
    isRightRun && cost <= 2,
  );
}
console.log(failures === 0 ? "Every step went as it should" : `${failures} steps went otherwise`);
if (failures > 0) process.exitCode = 1;
