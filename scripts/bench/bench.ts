/**
 * Measures the project, prints tables, and on request keeps them in scripts/bench/results.
 *
 * Usage: npm run bench [-- FAMILY ...] [--save] [--check]
 *   FAMILY   loop, start, newcomer, growth, client, pipeline; all when none is named
 *   --save   writes the tables and plots, and the figures that --check compares with
 *   --check  fails when a ratio is more than 30 % above the kept one, or a size above its own
 *
 * growth also takes --contract FILE, a contract of your own, instead of made-up ones.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals } from "@partner-center/lib/run";
import { compareWithBaseline } from "./baseline.ts";
import { type Family, markdown } from "./figures.ts";

const results = new URL("results/", import.meta.url);
const names = ["loop", "start", "newcomer", "growth", "client", "pipeline"];

const { values, words: positionals } = readArguments({
  words: names,
  options: {
    save: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    contract: { type: "string" },
  },
});

function machine(): string {
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
}

function render(name: string, { title, notes, tables, plots = {} }: Family): string {
  const pictures = Object.keys(plots).map((file) => `![${title}](${file})`);
  return [
    `# ${title}`,
    `\`npm run bench -- ${name}\` on ${machine()}`,
    ...notes,
    ...tables.map(markdown),
    ...pictures,
  ].join("\n\n");
}

exitOnSignals();
const watched: Record<string, number> = {};
for (const name of positionals.length > 0 ? positionals : names) {
  const { measure }: { measure: (contract?: string) => Promise<Family> } = await import(
    `./bench/${name}.ts`
  );
  const family = await measure(values.contract);
  Object.assign(watched, family.watched);
  const text = render(name, family);
  console.log(`\n${text}\n`);
  if (!values.save) continue;
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL(`${name}.md`, results), `${text}\n`);
  for (const [file, svg] of Object.entries(family.plots ?? {})) {
    writeFileSync(new URL(file, results), svg);
  }
}

const baseline = new URL("baseline.json", results);
if (values.save) {
  const kept = readBaseline();
  writeFileSync(baseline, `${JSON.stringify({ ...kept, ...round(watched) }, null, 2)}\n`);
}
if (values.check) {
  const worse = compareWithBaseline(watched, readBaseline());
  for (const line of worse) console.error(line);
  console.log(`bench: ${Object.keys(watched).length} figures compared, ${worse.length} worse`);
  if (worse.length > 0) process.exitCode = 1;
}

function readBaseline(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(baseline, "utf8"));
  } catch {
    return {};
  }
}

function round(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(2))]),
  );
}
