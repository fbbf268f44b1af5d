/** Tells how the situations went on each runtime: the table in the client's README. */
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

/** What the README has to say after a run. */
export const renderBlock = (situations: readonly string[], columns: readonly Column[]): string =>
  `${renderSummary(situations, columns)}

<details>
<summary>Every situation on every runtime</summary>

${renderTable(situations, columns)}

</details>`;

const readme = new URL("../../../packages/client/README.md", import.meta.url);
const block =
  /(?<=<!-- runtimes: npm run check -- runtimes --write -->\n).*(?=\n<!-- \/runtimes -->)/s;

/** What the README says. */
export const readBlock = (): string => block.exec(readFileSync(readme, "utf8"))?.[0] ?? "";

export function writeBlock(rendered: string): void {
  const markdown = readFileSync(readme, "utf8");
  writeFileSync(
    readme,
    markdown.replace(block, () => rendered),
  );
}
