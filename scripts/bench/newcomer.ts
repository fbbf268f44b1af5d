/** What a newcomer waits for: from a clone to the first order, with a warm and an empty package store. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@partner-center/lib/run";
import { type Family, figureOf, tell } from "./figures.ts";
import { timed } from "./measure-command.ts";
import { medianBar, plotBars } from "./plot.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rounds = 2;

export async function measure(): Promise<Family> {
  const empty: Steps[] = [];
  const warm: Steps[] = [];
  for (let round = 0; round < rounds; round++) {
    const store = mkdtempSync(join(tmpdir(), "package-store-"));
    try {
      empty.push(await beNew(store));
      warm.push(await beNew(store));
    } finally {
      rmSync(store, { recursive: true, force: true });
    }
  }
  const row = (name: string, pick: (steps: Steps) => number) => [
    name,
    ...[warm, empty].map((kind) => tell(figureOf(kind.map(pick)), "s", 1)),
  ];
  return {
    title: "A newcomer: from the clone to the first order",
    notes: [
      `A clone of the last commit, \`npm install\`'s part and the rest of \`npm start\` apart; ${rounds} rounds. The empty store depends on the network.`,
    ],
    tables: [
      {
        columns: ["step", "warm package store", "empty package store"],
        rows: [
          row("clone", ({ clone }) => clone),
          row("install", ({ install }) => install),
          row("types built", ({ types }) => types),
          row("everything else, and the order", ({ rest }) => rest),
          row("clone to first order", untilOrder),
        ],
      },
    ],
    plots: {
      "newcomer.svg": plotBars({
        title: "Seconds from the clone to",
        bars: Object.entries({ "a warm store": warm, "an empty store": empty }).flatMap(
          ([store, kind]) =>
            Object.entries({ types: untilTypes, "first order": untilOrder }).map(([name, pick]) =>
              medianBar(`${name}, ${store}`, kind.map(pick), 1),
            ),
        ),
        command: "npm run bench -- newcomer --save",
      }),
    },
  };
}

type Steps = Record<"clone" | "install" | "types" | "rest", number>;

const untilTypes = ({ clone, install, types }: Steps) => clone + install + types;
const untilOrder = (steps: Steps) => untilTypes(steps) + steps.rest;

async function beNew(store: string): Promise<Steps> {
  const folder = mkdtempSync(join(tmpdir(), "newcomer-"));
  const shell = (line: string) =>
    timed(() => run("sh", ["-c", line], { cwd: folder, capture: true }));
  // pnpm keeps packages and what it knows of them in these two places.
  const places = `export pnpm_config_store_dir='${store}/store' pnpm_config_cache_dir='${store}/cache' &&`;
  try {
    return {
      clone: await shell(`git clone --quiet '${root}' .`),
      install: await shell(`${places} node scripts/setup.mjs`),
      types: await shell(
        `${places} node scripts/setup.mjs turbo run build --filter=@partner-center/types`,
      ),
      rest: await shell(`${places} npm start`),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
