/** The report for a terminal. */
import { styleText } from "node:util";
import { formatKey } from "./accepted.ts";
import type { LocatedChange } from "./gate.ts";
import { audience, formatBumps, type Report, shorten } from "./report.ts";

const colors = { major: "red", minor: "yellow", patch: "green", none: "dim" } as const;

/** Each change, what was compared, and the verdict. */
export function formatText({ base, changes, compared, bump, pending }: Report): string {
  if (base === null) return compared;
  const verdict = pending
    ? [compared, `needed:   ${formatBumps(bump)}`, `pending:  ${formatBumps(pending)}`]
    : [`${compared} asks for: ${formatBumps(bump)}`];
  return [...changes.map((change) => `${formatChange(change)}\n`), ...verdict].join("\n");
}

/** What is odd, and what stops the gate. */
export function formatComplaints({ notCompared, notes, problems, written }: Report): string {
  const warnings = [...notCompared.map((part) => `${part}.`), ...notes];
  return [
    ...warnings.map((text) => styleText("yellow", `warning: ${text}`)),
    ...problems.map(({ message, advice, command, at }) =>
      [
        `\n${at ? `${at.file}:${at.line}: ` : ""}${styleText("red", message)} ${advice}`,
        ...(command === undefined ? [] : [`  ${command}`]),
      ].join("\n"),
    ),
    ...(written === undefined ? [] : [`\nWrote ${written}: review it.`]),
  ].join("\n");
}

/** One change in a few lines: where, what, old and new, who notices, and by which rule. */
function formatChange(change: LocatedChange): string {
  const { bump, file, line, what, affects, judges, rule, accepted } = change;
  const key = bump === "major" ? formatKey(change) : rule; // For accepted-breaks.json.
  const by = judges.length > 0 ? `, says ${judges.join(", ")}` : "";
  const hasValues = "old" in change || "new" in change;
  return [
    `${styleText(colors[bump], bump.padEnd(5))}  ${file}:${line}`,
    what,
    ...(hasValues ? [`old: ${shorten(change.old)}`, `new: ${shorten(change.new)}`] : []),
    `noticed by ${audience[affects]}`,
    ...(accepted ? [`accepted as no major version: ${accepted}`] : []),
    styleText("dim", `${key}${by}`),
  ].join("\n       ");
}
