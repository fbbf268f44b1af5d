/** Tells how the situations went on each runtime. */
import type { Outcome } from "./run-situations.ts";

/** What came of one runtime. */
export interface Column {
  /** Name of the runtime. */
  title: string;
  outcomes: readonly Outcome[];
  /** Why the runtime cannot be had; there are no outcomes then. */
  missing?: string;
}

const marks = { passed: "✓", failed: "✗", "n/a": "n/a", missing: "missing" };

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** The table situations × runtimes, in Markdown. */
export function renderTable(situations: readonly string[], columns: readonly Column[]): string {
  const verdict = (situation: string, { outcomes, missing }: Column) =>
    missing ? "missing" : (outcomes.find((o) => o.situation === situation)?.verdict ?? "failed");
  const width = Math.max(...situations.map((name) => name.length));
  const padded = (name: string, cells: string[]) =>
    row([
      name.padEnd(width),
      ...cells.map((cell, n) => cell.padEnd(columns[n]?.title.length ?? 0)),
    ]);
  return [
    padded(
      "situation",
      columns.map(({ title }) => title),
    ),
    row([width, ...columns.map(({ title }) => title.length)].map((length) => "-".repeat(length))),
    ...situations.map((name) =>
      padded(
        name,
        columns.map((column) => marks[verdict(name, column)]),
      ),
    ),
  ].join("\n");
}

/** The sum of it: one line for each runtime, and the reasons for what is not there. */
export function renderSummary(situations: readonly string[], columns: readonly Column[]): string {
  const lines = columns.map(({ title, outcomes, missing }) => {
    if (missing) return row([title, "missing", missing]);
    const count = (verdict: Outcome["verdict"]) =>
      outcomes.filter((outcome) => outcome.verdict === verdict).length;
    const reasons = outcomes
      .filter(({ verdict }) => verdict === "n/a")
      .map(({ situation, reason }) => `n/a: ${situation} (${reason})`);
    return row([title, `${count("passed")} of ${situations.length}`, reasons.join("; ")]);
  });
  return [
    row(["runtime", "situations handled", "cannot be expressed there"]),
    "| --- | --- | --- |",
    ...lines,
  ].join("\n");
}

/** Whether every situation passed, or cannot be expressed, on every runtime. */
export const isComplete = (situations: readonly string[], columns: readonly Column[]): boolean =>
  columns.every(
    ({ outcomes }) =>
      outcomes.length === situations.length &&
      outcomes.every(({ verdict }) => verdict !== "failed"),
  );
