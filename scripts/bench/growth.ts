/** The pipeline's steps on contracts that grow, each step as its own command. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { parseContract, schemasOf } from "@partner-center/spec";
import { type Family, type Figure, figureOf } from "./figures.ts";
import { measureCommand } from "./measure-command.ts";
import { plotLines } from "./plot.ts";
import { makeContract, sizeFor, splitContract } from "./synthetic-contract.ts";

const sizes = [1, 10, 100, 1000];

/** The steps with the folder that each runs in. `{root}` is the root of the workspace. */
const steps: { name: string; folder: string; line: string; findingsAllowed?: boolean }[] = [
  { name: "lint", folder: "spec", line: "redocly lint openapi.yaml", findingsAllowed: true },
  {
    name: "bundle",
    folder: "spec",
    line: "redocly bundle openapi.yaml --output dist/openapi.json && redocly bundle openapi.yaml --output dist/openapi.yaml",
  },
  { name: "generate", folder: ".", line: "node packages/types/generate/generate.ts" },
  { name: "validators", folder: ".", line: "node packages/client/generate/validators.ts" },
  { name: "build", folder: "packages/types", line: "tsc" },
  {
    name: "semver gate",
    folder: ".",
    line: "node scripts/semver/semver.ts --base before.json --revision spec/dist/openapi.json",
  },
  { name: "docs", folder: "packages/docs", line: "node build.ts" },
];

interface Cell {
  time: Figure;
  peakBytes: number;
  failure?: string;
}

export async function measure(own?: string): Promise<Family> {
  await using workspace = await copyWorkspace();
  const spec = join(workspace.folder, "spec");
  const results = new Map<string, Cell[]>();
  const contracts = own ? [resolve(own)] : sizes;

  for (const contract of contracts) {
    for (const path of ["openapi.yaml", "paths", "components", "dist"]) {
      rmSync(join(spec, path), { recursive: true, force: true });
    }
    if (typeof contract === "string")
      writeFileSync(join(spec, "openapi.yaml"), readFileSync(contract));
    else writeContract(spec, contract);
    for (const { name, folder, line, findingsAllowed } of steps) {
      if (name === "semver gate") writeBefore(workspace.folder);
      const cell = await repeat(line, join(workspace.folder, folder), findingsAllowed);
      results.set(name, [...(results.get(name) ?? []), cell]);
      process.stderr.write(`${contract} ${name} ${cell.time.median.toFixed(1)} s\n`);
    }
  }
  return own ? describeOne(own, results) : describeAll(results);
}

function writeContract(spec: string, operations: number): void {
  for (const [path, text] of Object.entries(splitContract(makeContract(sizeFor(operations))))) {
    mkdirSync(dirname(join(spec, path)), { recursive: true });
    writeFileSync(join(spec, path), text);
  }
}

/** The contract before a change: it lacked one property of one schema. */
function writeBefore(root: string): void {
  const contract = parseContract(readFileSync(join(root, "spec/dist/openapi.json"), "utf8"));
  const [schema] = Object.values(schemasOf(contract));
  const [property] = Object.keys(schema?.properties ?? {});
  if (property) delete schema?.properties?.[property];
  writeFileSync(join(root, "before.json"), JSON.stringify(contract));
}

/** Three times when it is quick, once when it takes long. */
async function repeat(line: string, cwd: string, findingsAllowed = false): Promise<Cell> {
  const times: number[] = [];
  let peakBytes = 0;
  do {
    const run = await measureCommand(line, cwd);
    times.push(run.seconds);
    peakBytes = Math.max(peakBytes, run.peakBytes);
    if (run.code !== 0 && !(findingsAllowed && run.code === 1)) {
      const failure =
        run.code === null
          ? "ended after 300 s"
          : (/^.*(?:Error|error|FATAL).*$/m.exec(run.output)?.[0] ?? `exit ${run.code}`);
      return { time: figureOf(times), peakBytes, failure };
    }
  } while (times.length < 3 && (times[0] ?? 0) < 10);
  return { time: figureOf(times), peakBytes };
}

function tellTime({ time, failure }: Cell): string {
  return failure ? `fails: ${failure}` : `${time.median.toFixed(2)} s`;
}

function tellPeak({ peakBytes }: Cell): string {
  return `${Math.round(peakBytes / 2 ** 20)} MB`;
}

function describeOne(own: string, results: Map<string, Cell[]>): Family {
  const rows = [...results].map(([name, [cell]]) =>
    cell ? [name, tellTime(cell), tellPeak(cell)] : [name, "", ""],
  );
  return {
    title: "A contract of your own",
    notes: [`The pipeline's steps on ${own}. Nothing of it is kept.`],
    tables: [{ columns: ["step", "time", "peak memory"], rows }],
  };
}

function describeAll(results: Map<string, Cell[]>): Family {
  const columns = ["step", ...sizes.map((size) => `${size} operations`)];
  const growth = (cells: Cell[]) => {
    const [hundred, thousand] = cells.slice(-2);
    const isMeasured = hundred && thousand && !hundred.failure && !thousand.failure;
    return isMeasured ? thousand.time.median / hundred.time.median : undefined;
  };
  const plotted = [...results].map(([name, cells]) => ({
    name,
    points: cells.flatMap((cell, index): [number, number][] =>
      cell.failure ? [] : [[sizes[index] ?? 0, cell.time.median]],
    ),
  }));
  return {
    title: "Growth: the pipeline on contracts of 1 to 1,000 operations",
    notes: [
      "Made-up contracts, two schemas of 30 members an operation, three levels deep, each referring to three others; in files like ours. Each step is its own command, whole process; medians of three, one run where it takes more than 10 s.",
      "Aimed at: 1,000 operations take at most 15 times as long as 100, and less than 2 GB.",
    ],
    tables: [
      {
        columns: [...columns, "1,000 ÷ 100"],
        rows: [...results].map(([name, cells]) => [
          name,
          ...cells.map(tellTime),
          growth(cells)?.toFixed(1) ?? "",
        ]),
      },
      {
        columns: ["peak memory", ...columns.slice(1)],
        rows: [...results].map(([name, cells]) => [name, ...cells.map(tellPeak)]),
      },
    ],
    plots: {
      "growth.svg": plotLines({
        title: "Seconds by operations in the contract",
        lines: plotted,
        command: "npm run bench -- growth --save",
      }),
    },
    watched: Object.fromEntries(
      [...results].flatMap(([name, cells]) => {
        const ratio = growth(cells);
        return ratio === undefined ? [] : [[`growth/${name} 1000 ÷ 100`, ratio]];
      }),
    ),
  };
}
