/** What a newcomer waits for: from a clone to the first order, with a warm and an empty package store. */
import { join } from "node:path";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { type Family, formatRange, timed } from "./figures.ts";

const root = join(import.meta.dirname, "../..");
const rounds = 2;

const setup = "node scripts/setup.mjs";
const steps: Record<string, string> = {
  clone: `git clone --quiet '${root}' .`,
  install: setup,
  "types built": `${setup} turbo run build --filter=@partner-center/types`,
  "everything else, and the order": "npm start",
};

export async function measure(): Promise<Family> {
  const warm: number[][] = [];
  const empty: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    using store = temporaryFolder("package-store-");
    empty.push(await timeSteps(store.path));
    warm.push(await timeSteps(store.path));
  }
  const row = (name: string, pick: (times: number[]) => number) => [
    name,
    ...[warm, empty].map((kind) => formatRange(kind.map(pick), "s", 1)),
  ];
  return {
    title: "A newcomer: from the clone to the first order",
    notes: [
      `A clone of the last commit, \`npm install\`'s part and the rest of \`npm start\` apart; ${rounds} rounds. The empty store depends on the network.`,
    ],
    tables: [
      [
        ["step", "warm package store", "empty package store"],
        ...Object.keys(steps).map((name, index) => row(name, (times) => times[index] ?? 0)),
        row("clone to first order", (times) => times.reduce((sum, time) => sum + time)),
      ],
    ],
  };
}

/** The seconds that each step takes in a new clone. */
async function timeSteps(store: string): Promise<number[]> {
  using clone = temporaryFolder("newcomer-");
  // pnpm keeps packages and what it knows of them in these two places.
  const places = {
    pnpm_config_store_dir: `${store}/store`,
    pnpm_config_cache_dir: `${store}/cache`,
  };
  const options = { cwd: clone.path, env: { ...process.env, ...places }, capture: true };
  const times: number[] = [];
  for (const line of Object.values(steps)) {
    times.push(await timed(() => run("sh", ["-c", line], options)));
  }
  return times;
}
