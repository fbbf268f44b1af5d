/**
 * Follows the contract: each save below spec/ is linted, and when it holds, types, packages, mock
 * and reference follow, all in this one process but for the reference's build. A contract that
 * doesn't hold is reported, and the last good one goes on being served.
 *
 * Usage: npm run dev [-- --mock-port 4010 --docs-port 8080]        (port 0 takes a free one)
 *
 * The times it prints count from the save.
 */

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { readArguments, readPort } from "@partner-center/lib/main";
import { exitOnSignals } from "@partner-center/lib/run";
import { startMock } from "@partner-center/spec/mock";
import { packageBuilder } from "./build-packages.ts";
import { type Change, followChanges } from "./changes.ts";
import { contractPipeline, generatedFiles } from "./contract-pipeline.ts";
import { startLiveDocs } from "./live-docs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bundle = fileURLToPath(new URL("../../spec/dist/openapi.json", import.meta.url));

/** What is followed, from the root: the sources of what this process makes. */
const followed = ["spec", "packages/types/src", "packages/client/src", "packages/docs"];
const notFollowed = /(^|\/)(dist|node_modules|test|checks|screenshots|\.[^/]*)(\/|$)/;

function isIgnored(path: string): boolean {
  const isOnTheWay = followed.some(
    (folder) => `${folder}/`.startsWith(`${path}/`) || path.startsWith(`${folder}/`),
  );
  return path !== "" && (!isOnTheWay || notFollowed.test(path) || generatedFiles.includes(path));
}

function say(step: string, since: number, result = ""): void {
  const time = `${Math.round(performance.now() - since)} ms`;
  console.log(`${styleText("green", "✓")} ${step.padEnd(9)} ${time.padStart(8)}  ${result}`);
}

function complain(step: string, text: string): void {
  console.log(`${styleText("red", "✗")} ${step}\n${text.trim()}\n`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const { values } = readArguments({
  options: {
    "mock-port": { type: "string", default: "4010" },
    "docs-port": { type: "string", default: "8080" },
  },
});

const ports = {
  "mock-port": readPort(values["mock-port"], "--mock-port"),
  "docs-port": readPort(values["docs-port"], "--docs-port"),
};

async function startOn<T>(option: keyof typeof ports, start: (port: number) => Promise<T>) {
  try {
    return await start(ports[option]);
  } catch (error) {
    console.error(`Port ${ports[option]} can't be used (${reasonOf(error)}). Name another:`);
    console.error(`npm run dev -- --${option} 0`);
    process.exit(1);
  }
}

exitOnSignals();
const pipeline = contractPipeline();
const buildPackages = packageBuilder();
const mock = await startOn("mock-port", (port) => startMock({ contract: null, port }));
const docs = await startOn("docs-port", startLiveDocs);

async function makeDocs(since: number): Promise<void> {
  try {
    if (await docs.build()) say("reference", since, docs.url);
  } catch (error) {
    complain("reference", reasonOf(error));
  }
}

function makePackages(since: number): void {
  const errors = buildPackages();
  if (errors) complain("packages", errors);
  else say("packages", since, "packages/types/dist, packages/client/dist");
}

async function loadMock(since: number): Promise<void> {
  try {
    await mock.load(bundle);
    say("mock", since, mock.url);
  } catch (error) {
    complain("mock", reasonOf(error));
  }
}

/** Takes a change of the contract as far as it holds; false when another came in between. */
async function followContract(
  change: Pick<Change, "files" | "time" | "settles">,
): Promise<boolean> {
  const { files, time } = change;
  if (files.some((file) => /^spec\/(rules\/|redocly\.yaml)/.test(file))) pipeline.reloadRules();
  const findings = await pipeline.check();
  if (!(await change.settles())) return false;
  if (findings) {
    complain("lint", `${findings.trim()}\nThe last good contract goes on being served.`);
    return false;
  }
  say("lint", time);
  const isNew = pipeline.publish();
  try {
    await pipeline.generate();
    say("types", time, "packages/types/src/openapi.ts");
  } catch (error) {
    complain("types", reasonOf(error));
  }
  if (isNew) await loadMock(time);
  return true;
}

async function follow(change: Change): Promise<void> {
  const touches = (folder: string) => change.files.some((file) => file.startsWith(folder));
  if (touches("spec/") && !(await followContract(change))) return;
  // Takes seconds, so the next change doesn't wait for it.
  if (touches("spec/") || touches("packages/docs/")) void makeDocs(change.time);
  if (touches("spec/") || !touches("packages/docs/")) makePackages(change.time);
}

const changes = await followChanges(root, isIgnored);
const begin = performance.now();
if (existsSync(bundle)) await loadMock(begin);
await follow({ files: ["spec/"], time: begin, settles: async () => true });
console.log(`Following spec/: mock at ${mock.url}, reference at ${docs.url} (Ctrl-C ends it)`);
for await (const change of changes) await follow(change);
