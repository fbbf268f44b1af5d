/** The report as annotations, which GitHub shows beside the lines of a pull request. */
import type { LocatedChange } from "./gate.ts";
import { type Bumps, isHigher, neededFor, packages } from "./policy.ts";
import { audience, formatBumps, type Report, shorten } from "./report.ts";

/** What stops comes first: GitHub shows ten annotations of a kind in a step. */
export function formatGithub(report: Report): string {
  const { changes, compared, bump, notCompared, notes, pending, problems } = report;
  return [
    ...problems.map(({ message, advice, command, at }) =>
      annotate("error", [`${message} ${advice}`, ...(command ? [command] : [])].join("\n"), at),
    ),
    ...changes.map((change) => annotateChange(change, pending)),
    ...[...notCompared.map((part) => `${part}.`), ...notes].map((one) => annotate("warning", one)),
    compared,
    `needed:   ${formatBumps(bump)}`,
    ...(pending ? [`pending:  ${formatBumps(pending)}`] : []),
  ].join("\n");
}

/** An error when the changesets ask for less than this change needs. */
function annotateChange(change: LocatedChange, pending: Bumps | undefined): string {
  const { bump, what, file, line, affects, accepted, rule } = change;
  const needed = neededFor(bump);
  const isLacking = pending && packages.some((name) => isHigher(needed[name], pending[name]));
  const kind = isLacking ? "error" : bump === "major" ? "warning" : "notice";
  const hasValues = "old" in change || "new" in change;
  const lines = [
    `${what}.`,
    ...(hasValues ? [`old: ${shorten(change.old)}`, `new: ${shorten(change.new)}`] : []),
    `noticed by ${audience[affects]}`,
    ...(accepted ? [`accepted as no major version: ${accepted}`] : []),
  ];
  return annotate(kind, lines.join("\n"), { file, line, title: `${bump}: ${rule}` });
}

type Properties = { file?: string; line?: number; title?: string };

/** A workflow command: its message and properties are escaped as GitHub's toolkit does. */
export function annotate(
  kind: "error" | "warning" | "notice",
  text: string,
  at: Properties = {},
): string {
  const properties = Object.entries(at).map(
    ([name, value]) =>
      `${name}=${escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`,
  );
  const head = [kind, properties.join(",")].filter(Boolean).join(" ");
  return `::${head}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
