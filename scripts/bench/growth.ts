/** The pipeline's steps on contracts that grow, each step as its own command. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { parseContract } from "@partner-center/spec";
import type { Family, Table } from "./figures.ts";
import { type ClientFigures, describeClients, measureClient } from "./growth-client.ts";
import { type Cell, formatPeak, formatTime, measureStep } from "./step.ts";
import { growContract, withoutProperty } from "./synthetic-contract.ts";

const sizes = [1, 10, 100, 1000];

interface Step {
  name: string;
  folder: string;
  line: string;
  findingsAllowed?: boolean;
  /** The line for a contract of somebody else's, or none: client and guides are written for ours. */
  ofOthers?: string | false;
}

const steps: Step[] = [
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
  { name: "build client", folder: "packages/client", line: "node build.ts", ofOthers: false },
  {
    name: "semver gate",
    folder: ".",
    line: "node scripts/semver/semver.ts --base before.json --revision spec/dist/openapi.json",
  },
  {
    name: "docs",
    folder: "packages/docs",
    line: "node build.ts",
    ofOthers: "node build.ts --contract ../../spec/dist/openapi.json --out dist-of-others",
  },
];

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
    for (const { name, folder, line: ofOurs, findingsAllowed, ofOthers = ofOurs } of steps) {
      const line = own ? ofOthers : ofOurs;
      if (!line) continue;
      if (name === "semver gate") {
        const bundle = readFileSync(join(spec, "dist/openapi.json"), "utf8");
        writeFileSync(join(workspace.folder, "before.json"), withoutProperty(bundle));
      }
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

function describe(
  own: string | undefined,
  cells: Record<string, Cell[]>,
  clients: Map<number, ClientFigures>,
): Family {
  const columns = own ? ["your contract"] : sizes.map((size) => `${size} operations`);
  const times: Table = [["step", ...columns, "1,000 ÷ 100"]];
  const peaks: Table = [["peak memory", ...columns]];
  const watched: Record<string, number> = {};
  const failures: string[] = [];
  for (const [name, ofSizes] of Object.entries(cells)) {
    const [hundred, thousand] = own ? [] : ofSizes.slice(-2);
    const isMeasured = hundred && thousand && !hundred.failure && !thousand.failure;
    const ratio = isMeasured ? thousand.seconds / hundred.seconds : undefined;
    times.push([name, ...ofSizes.map(formatTime), ratio?.toFixed(1) ?? ""]);
    peaks.push([name, ...ofSizes.map(formatPeak)]);
    for (const [index, { failure }] of ofSizes.entries()) {
      if (failure) failures.push(`${name}, ${columns[index]}: ${failure}`);
    }
    if (ratio !== undefined) watched[`growth/${name} 1000 ÷ 100`] = ratio;
  }
  const [table, ofClients] = describeClients(clients);
  return {
    title: own
      ? `Growth: the pipeline on ${own}`
      : "Growth: the pipeline on contracts of 1 to 1,000 operations",
    notes: [
      ...(own
        ? []
        : [
            "Our contract and made-up operations, each with two schemas of 30 properties, three levels deep, each referring to three others, every second one with a body and a list in its query; in one file.",
          ]),
      "Each step is its own command, whole process; medians of three, one run where it takes more than 10 s.",
      "Aimed at: 1,000 operations take at most 15 times as long as 100, and less than 2 GB. Of the client: at most 60 B for each further operation, and at most 500 instantiations for a call.",
    ],
    tables: [times, peaks, ...(clients.size > 0 ? [table] : [])],
    watched: { ...watched, ...ofClients },
    failures,
  };
}
