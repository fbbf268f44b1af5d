/** Tells how the situations went on each runtime: in the client's README and on a page of the docs. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Outcome } from "./run-situations.ts";

/** How one runtime went. */
export interface Column {
  /** Name of the runtime. */
  name: string;
  outcomes: readonly Outcome[];
  /** Why the runtime can't be had; there are no outcomes then. */
  missing?: string | undefined;
}

const marks = { passed: "✓", failed: "✗", "n/a": "n/a" };

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** The table situations × runtimes, in Markdown. */
export function renderTable(situations: readonly string[], columns: readonly Column[]): string {
  const width = Math.max(...situations.map(({ length }) => length));
  const table = [
    ["situation", "-".repeat(width), ...situations].map((name) => name.padEnd(width)),
    ...columns.map(({ name, outcomes, missing }) => {
      const verdicts = new Map(outcomes.map(({ situation, verdict }) => [situation, verdict]));
      const mark = (each: string) => (missing ? "missing" : marks[verdicts.get(each) ?? "failed"]);
      const cells = [name, "-".repeat(name.length), ...situations.map(mark)];
      return cells.map((cell) => cell.padEnd(name.length));
    }),
  ];
  const lines = table[0]?.keys() ?? [];
  return [...lines].map((line) => row(table.map((column) => column[line] ?? ""))).join("\n");
}

/** One line for each runtime, with the reasons for what can't be expressed there. */
export function renderSummary(situations: readonly string[], columns: readonly Column[]): string {
  const lines = columns.map(({ name, outcomes, missing }) => {
    if (missing) return row([name, "missing", missing]);
    const passed = outcomes.filter(({ verdict }) => verdict === "passed").length;
    const reasons = outcomes
      .filter(({ verdict }) => verdict === "n/a")
      .map(({ situation, reason }) => `n/a: ${situation} (${reason})`);
    return row([name, `${passed} of ${situations.length}`, reasons.join("; ")]);
  });
  const head = row(["runtime", "situations handled", "cannot be expressed there"]);
  return [head, "| --- | --- | --- |", ...lines].join("\n");
}

/** Whether every situation passed on every runtime that can express it. */
export const isComplete = (situations: readonly string[], columns: readonly Column[]): boolean =>
  columns.every(
    ({ outcomes }) =>
      outcomes.length === situations.length &&
      outcomes.every(({ verdict }) => verdict !== "failed"),
  );

/** The outcomes as the documentation's page has them: what no runtime names, passed on all. */
export function renderOutcomes(situations: readonly string[], columns: readonly Column[]): string {
  const runtimes = columns.map(({ name, outcomes }) => ({
    name,
    notExpressible: Object.fromEntries(
      outcomes
        .filter(({ verdict }) => verdict === "n/a")
        .map(({ situation, reason }) => [situation, reason ?? ""]),
    ),
  }));
  return `${JSON.stringify({ situations, runtimes }, null, 2)}\n`;
}

/** What the README and the documentation's page have to say after a run. */
export interface Shown {
  summary: string;
  outcomes: string;
}

export const renderShown = (situations: readonly string[], columns: readonly Column[]): Shown => ({
  summary: renderSummary(situations, columns),
  outcomes: renderOutcomes(situations, columns),
});

const readme = new URL("../../../packages/client/README.md", import.meta.url);
const page = new URL("../../../packages/docs/content/runtimes.json", import.meta.url);
const block =
  /(?<=<!-- runtimes: npm run check -- runtimes --write -->\n).*(?=\n<!-- \/runtimes -->)/s;

/** What they say. */
export const readShown = (): Shown => ({
  summary: block.exec(readFileSync(readme, "utf8"))?.[0] ?? "",
  outcomes: readFileSync(page, "utf8"),
});

export function writeShown({ summary, outcomes }: Shown): void {
  const markdown = readFileSync(readme, "utf8");
  writeFileSync(
    readme,
    markdown.replace(block, () => summary),
  );
  writeFileSync(page, outcomes);
}
