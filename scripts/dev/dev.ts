/**
 * Follows the contract: each save below spec/ is linted, and a contract that passes is made into
 * types, packages, mock and reference. One that doesn't is reported, and the last good one goes on
 * being served.
 *
 * Usage: npm run dev [-- --mock-port 4010 --docs-port 8080]        (port 0 takes a free one)
 *
 * The times that it prints count from the save.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import { main, readPort } from "@partner-center/lib/main";
import { bundlePath } from "@partner-center/spec";
import { startMock } from "@partner-center/spec/mock";
import { packageBuilder } from "./build-packages.ts";
import { type Change, followChanges } from "./changes.ts";
import {
  checkContract,
  generate,
  generatedFiles,
  publishBundles,
  reloadRules,
} from "./contract-pipeline.ts";
import { startLiveDocs } from "./live-docs.ts";

const root = join(import.meta.dirname, "../..");

/** What is followed, from the root: the sources of what this process makes. */
const followed = ["spec", "packages/types/src", "packages/client/src", "packages/docs"];
const notFollowed = /(^|\/)(dist|node_modules|test|checks|screenshots|\.[^/]*)(\/|$)/;

function isIgnored(path: string): boolean {
  const isOnTheWay = followed.some(
    (folder) => `${folder}/`.startsWith(`${path}/`) || path.startsWith(`${folder}/`),
  );
  return path !== "" && (!isOnTheWay || notFollowed.test(path) || generatedFiles.includes(path));
}

type Result = string | undefined;

/** Does a step and prints its result with the time since the save, or its error. */
async function step(name: string, since: number, work: () => Result | Promise<Result>) {
  try {
    const result = await work();
    if (result === undefined) return; // It was given up.
    const time = `${Math.round(performance.now() - since)} ms`;
    console.log(`${styleText("green", "✓")} ${name.padEnd(9)} ${time.padStart(8)}  ${result}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`${styleText("red", "✗")} ${name}\n${reason.trim()}\n`);
  }
}

async function startOn<T>(option: string, port: number, start: (port: number) => Promise<T>) {
  try {
    return await start(port);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    const advice = `npm run dev -- --${option} 0`;
    throw new Error(`Port ${port} can't be used (${reason}). Name another: ${advice}`);
  }
}

const options = {
  "mock-port": { type: "string", default: "4010" },
  "docs-port": { type: "string", default: "8080" },
} as const;

await main(import.meta, { options }, async ({ values }) => {
  const mockPort = readPort(values["mock-port"], "--mock-port");
  const docsPort = readPort(values["docs-port"], "--docs-port");
  const buildPackages = packageBuilder();
  const mock = await startOn("mock-port", mockPort, (port) => startMock({ contract: null, port }));
  const docs = await startOn("docs-port", docsPort, startLiveDocs);

  const loadMock = (since: number) =>
    step("mock", since, () => mock.load(bundlePath).then(() => mock.url));

  /** Takes a change of the contract as far as it passes; false when it doesn't, or another came. */
  async function followContract({ files, time, settles }: Change): Promise<boolean> {
    if (files.some((file) => /^spec\/(rules\/|redocly\.yaml)/.test(file))) reloadRules();
    const findings = await checkContract();
    if (!(await settles())) return false;
    await step("lint", time, () => {
      if (!findings) return "";
      throw new Error(`${findings.trim()}\nThe last good contract goes on being served.`);
    });
    if (findings) return false;
    const isNew = publishBundles();
    await step("types", time, () => generate().then(() => "packages/types/src/openapi.ts"));
    if (isNew) await loadMock(time);
    return true;
  }

  async function follow(change: Change): Promise<void> {
    const { files, time } = change;
    const touches = (folder: string) => files.some((file) => file.startsWith(folder));
    if (touches("spec/") && !(await followContract(change))) return;
    if (touches("spec/") || touches("packages/docs/")) {
      // Takes seconds, so the next change doesn't wait for it.
      void step("reference", time, async () => ((await docs.build()) ? docs.url : undefined));
    }
    if (touches("spec/") || !touches("packages/docs/")) await step("packages", time, buildPackages);
  }

  const changes = await followChanges(root, isIgnored);
  const begin = performance.now();
  if (existsSync(bundlePath)) await loadMock(begin);
  await follow({ files: ["spec/"], time: begin, settles: async () => true });
  console.log(`Following spec/: mock at ${mock.url}, reference at ${docs.url} (Ctrl-C ends it)`);
  for await (const change of changes) await follow(change);
});
