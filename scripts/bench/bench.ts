/**
 * Measures the project, prints tables, and on request keeps them in scripts/bench/results.
 *
 * Usage: npm run bench [-- FAMILY ...] [--save] [--check]
 *   FAMILY   loop, start, newcomer, growth, gate, client, validate, pipeline; all when none is named
 *   --save   writes the tables, and the figures that --check compares with; nothing of a family with a
 *            step that failed
 *   --check  fails when a ratio is more than 30 % above the kept one, or a size above its own
 *
 * growth also takes --contract FILE, a contract of your own, instead of made-up ones.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { main } from "@partner-center/lib/main";
import { compareWithBaseline, type Family, markdown } from "./figures.ts";

const results = new URL("results/", import.meta.url);
const baseline = new URL("baseline.json", results);
const names = ["loop", "start", "newcomer", "growth", "gate", "client", "validate", "pipeline"];

function describe(name: string, { title, notes, tables }: Family): string {
  const date = new Date().toISOString().slice(0, 10);
  const processors = `${cpus().length} × ${cpus()[0]?.model.trim()}`;
  const machine = `${platform()} ${arch()}, ${processors}, Node ${process.versions.node}`;
  const command = `\`npm run bench -- ${name}\` on ${date}, ${machine}`;
  return [`# ${title}`, command, ...notes, ...tables.map(markdown)].join("\n\n");
}

const options = {
  save: { type: "boolean" },
  check: { type: "boolean" },
  contract: { type: "string" },
} as const;

await main(import.meta, { words: names, options }, async ({ values, words }) => {
  const kept: Record<string, number> = JSON.parse(readFileSync(baseline, "utf8"));
  const watched: Record<string, number> = {};
  const failures: string[] = [];
  for (const name of words.length > 0 ? words : names) {
    const { measure }: { measure: (contract?: string) => Promise<Family> } = await import(
      `./${name}.ts`
    );
    const family = await measure(values.contract);
    const report = describe(name, family);
    console.log(`\n${report}\n`);
    failures.push(...(family.failures ?? []).map((failure) => `${name}: ${failure}`));
    if (family.failures?.length) continue;
    Object.assign(watched, family.watched);
    if (values.save && !values.contract)
      writeFileSync(new URL(`${name}.md`, results), `${report}\n`);
  }
  if (values.save) {
    const rounded = Object.entries(watched).map(([name, value]) => [
      name,
      Number(value.toFixed(2)),
    ]);
    const all = { ...kept, ...Object.fromEntries(rounded) };
    writeFileSync(baseline, `${JSON.stringify(all, null, 2)}\n`);
  }
  if (values.check) {
    const worse = compareWithBaseline(watched, kept);
    console.log(`bench: ${Object.keys(watched).length} figures compared, ${worse.length} worse`);
    if (worse.length > 0) throw new Error(worse.join("\n"));
  }
  if (failures.length > 0) throw new Error(`Could not be measured:\n${failures.join("\n")}`);
});
