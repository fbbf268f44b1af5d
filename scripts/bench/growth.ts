/** The pipeline's steps on contracts that grow, each step as its own command. */
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { RunError, run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { parseContract, schemasOf } from "@partner-center/spec";
import { type Family, median, type Table, timed } from "./figures.ts";
import { type ClientFigures, describeClients, measureClient } from "./growth-client.ts";
import { growContract } from "./synthetic-contract.ts";

const sizes = [1, 10, 100, 1000];

/** The steps, each with the folder that it runs in. */
const steps: { name: string; folder: string; line: string; findingsAllowed?: boolean }[] = [
  { name: "lint", folder: "spec", line: "redocly lint openapi.yaml", findingsAllowed: true },
  {
    name: "bundle",
    folder: "spec",
    line: "redocly bundle openapi.yaml --output dist/openapi.json && redocly bundle openapi.yaml --output dist/openapi.yaml",
  },
  { name: "generate types", folder: ".", line: "node packages/types/generate/generate.ts" },
  { name: "build types", folder: "packages/types", line: "node build.ts" },
  // Operations, validators and examples.
  { name: "generate client", folder: ".", line: "node packages/client/generate/generate.ts" },
  { name: "build client", folder: "packages/client", line: "node build.ts" },
  {
    name: "semver gate",
    folder: ".",
    line: "node scripts/semver/semver.ts --base before.json --revision spec/dist/openapi.json",
  },
  { name: "docs", folder: "packages/docs", line: "node build.ts" },
];

interface Cell {
  seconds: number;
  /** Of the largest Node process; those of other kinds are not seen. */
  peakBytes: number;
  failure?: string;
}

export async function measure(own?: string): Promise<Family> {
  await using workspace = await copyWorkspace();
  const spec = join(workspace.folder, "spec");
  await workspace.run("turbo", "run", "bundle");
  const ours = parseContract(readFileSync(join(spec, "dist/openapi.json"), "utf8"));
  const cells: Record<string, Cell[]> = {};
  const clients = new Map<number, ClientFigures>();
  for (const contract of own ? [resolve(own)] : sizes) {
    for (const path of ["openapi.yaml", "paths", "components", "dist"]) {
      rmSync(join(spec, path), { recursive: true, force: true });
    }
    const file = join(spec, "openapi.yaml");
    if (typeof contract === "string") copyFileSync(contract, file);
    else writeFileSync(file, JSON.stringify(growContract(ours, contract)));
    for (const { name, folder, line, findingsAllowed } of steps) {
      if (name === "semver gate") writeBefore(workspace.folder);
      const cell = await measureStep(line, join(workspace.folder, folder), findingsAllowed);
      cells[name] = [...(cells[name] ?? []), cell];
      process.stderr.write(`${contract} ${name} ${cell.seconds.toFixed(1)} s\n`);
    }
    if (typeof contract === "number") {
      clients.set(contract, await measureClient(workspace.folder));
    }
  }
  return describe(own, cells, clients);
}

/** The contract before a change: it lacked one property of one schema. */
function writeBefore(root: string): void {
  const contract = parseContract(readFileSync(join(root, "spec/dist/openapi.json"), "utf8"));
  const [schema] = Object.values(schemasOf(contract));
  const [property] = Object.keys(schema?.properties ?? {});
  if (property) delete schema?.properties?.[property];
  writeFileSync(join(root, "before.json"), JSON.stringify(contract));
}

/** Runs a line of shell in a folder, three times when it is quick, once when it takes long. */
async function measureStep(line: string, cwd: string, findingsAllowed = false): Promise<Cell> {
  using folder = temporaryFolder("peak-");
  const env = {
    ...process.env,
    PATH: `${join(cwd, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
    NODE_OPTIONS: `--import=${new URL(`peak.ts?${encodeURIComponent(folder.path)}`, import.meta.url)}`,
  };
  const times: number[] = [];
  let failure: string | undefined;
  const work = async () => {
    try {
      await run("sh", ["-c", line], { cwd, env, capture: true });
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      if (findingsAllowed && error.exitCode === 1) return;
      const [first] = error.message.split("\n");
      failure = /^.*(?:Error|FATAL).*$/m.exec(error.message)?.[0] ?? first;
    }
  };
  do times.push(await timed(work));
  while (!failure && times.length < 3 && (times[0] ?? 0) < 10);
  const files = readdirSync(folder.path).map((file) => join(folder.path, file));
  const peakBytes = Math.max(0, ...files.map((file) => Number(readFileSync(file, "utf8"))));
  return { seconds: median(times), peakBytes, ...(failure && { failure }) };
}

const formatTime = ({ seconds, failure }: Cell) =>
  failure ? `fails: ${failure}` : `${seconds.toFixed(2)} s`;
const formatPeak = ({ peakBytes }: Cell) => `${Math.round(peakBytes / 2 ** 20)} MB`;

function describe(
  own: string | undefined,
  cells: Record<string, Cell[]>,
  clients: Map<number, ClientFigures>,
): Family {
  const columns = own ? ["your contract"] : sizes.map((size) => `${size} operations`);
  const times: Table = [["step", ...columns, "1,000 ÷ 100"]];
  const peaks: Table = [["peak memory", ...columns]];
  const watched: Record<string, number> = {};
  for (const [name, ofSizes] of Object.entries(cells)) {
    const [hundred, thousand] = own ? [] : ofSizes.slice(-2);
    const isMeasured = hundred && thousand && !hundred.failure && !thousand.failure;
    const ratio = isMeasured ? thousand.seconds / hundred.seconds : undefined;
    times.push([name, ...ofSizes.map(formatTime), ratio?.toFixed(1) ?? ""]);
    peaks.push([name, ...ofSizes.map(formatPeak)]);
    if (ratio !== undefined) watched[`growth/${name} 1000 ÷ 100`] = ratio;
  }
  const [table, ofClients] = describeClients(clients);
  return {
    title: own
      ? `Growth: the pipeline on ${own}`
      : "Growth: the pipeline on contracts of 1 to 1,000 operations",
    notes: [
      "Our contract and made-up operations, each with two schemas of 30 properties, three levels deep, each referring to three others, every second one with a body and a list in its query; in one file. Each step is its own command, whole process; medians of three, one run where it takes more than 10 s.",
      "Aimed at: 1,000 operations take at most 15 times as long as 100, and less than 2 GB. Of the client: at most 60 B for each further operation, and at most 500 instantiations for a call.",
    ],
    tables: [times, peaks, ...(clients.size > 0 ? [table] : [])],
    watched: { ...watched, ...ofClients },
  };
}
