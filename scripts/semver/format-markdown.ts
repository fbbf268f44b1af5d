/** The report for the summary of a job, where reviewers read it. */
import type { LocatedChange } from "./gate.ts";
import { highest } from "./policy.ts";
import { audience, formatBumps, type Problem, type Report, shorten } from "./report.ts";

/** A summary may have 1 MiB; these leave room for long sentences. */
const limits = { changes: 500, diff: 200_000 };

/**
 * The verdict, what stops, and each change with its place and who is affected.
 *
 * @param typeDiff of the generated types, to be folded
 */
export function formatMarkdown(report: Report, typeDiff: string): string {
  const { base, bump, changes, compared, notCompared, notes, pending, problems } = report;
  if (base === null) return `## The contract\n\n${inline(compared)}\n`;
  const cost = highest(Object.values(bump));
  const asksFor = cost === "none" ? "no new version" : `a ${cost} version`;
  return [
    `## The contract asks for ${asksFor}${problems.length > 0 ? ", and the gate stops" : ""}`,
    inline(compared),
    [
      `- needed: ${formatBumps(bump)}`,
      ...(pending ? [`- pending: ${formatBumps(pending)}`] : []),
    ].join("\n"),
    ...problems.map(formatProblem),
    [...notCompared.map((part) => `${part}.`), ...notes]
      .map((one) => `- ${inline(one)}`)
      .join("\n"),
    tableOf(changes),
    fold(typeDiff),
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

/** Why there is no verdict. */
export function formatFailure(message: string): string {
  return `## The gate can't tell\n\n${fence("", message)}\n`;
}

function formatProblem({ message, advice, command, at }: Problem): string {
  const place = at ? ` (${code(`${at.file}:${at.line}`)})` : "";
  const block = command === undefined ? "" : `\n\n${fence("sh", command)}`;
  return `**${inline(message)}** ${inline(advice)}${place}${block}`;
}

function tableOf(changes: LocatedChange[]): string {
  if (changes.length === 0) return "";
  const rows = changes.slice(0, limits.changes).map(rowOf);
  const rest = changes.length - rows.length;
  const more = rest > 0 ? `\n\nAnd ${rest} more: \`npm run semver\` lists them.` : "";
  const head = "| bump | change | place | who is affected |\n| --- | --- | --- | --- |";
  return `${head}\n${rows.join("\n")}${more}`;
}

function rowOf(change: LocatedChange): string {
  const { bump, what, file, line, affects, accepted } = change;
  const hasValues = "old" in change || "new" in change;
  const parts = [
    inline(what),
    ...(hasValues ? [`${code(shorten(change.old))} → ${code(shorten(change.new))}`] : []),
    ...(accepted ? [`accepted as no major version: ${inline(accepted)}`] : []),
  ];
  const mark = bump === "major" ? "**major**" : bump;
  const cells = [mark, parts.join("<br>"), code(`${file}:${line}`), audience[affects]];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function fold(diff: string): string {
  if (!diff) return "";
  const shown = diff.slice(0, limits.diff);
  const cut = shown.length < diff.length ? "\n\nCut here: it is longer than a summary may be." : "";
  const block = fence("diff", shown.trimEnd());
  return `<details>\n<summary>What changes in the types</summary>\n\n${block}${cut}\n\n</details>`;
}

/** In one line, with code as code and everything else as plain characters. */
function inline(text: string): string {
  const parts = text.replace(/\s+/g, " ").split(/(`[^`]*`)/);
  return parts.map((part, index) => (index % 2 ? part : escapeText(part))).join("");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replace(/[<>*_[\]`\\]/g, (one) => `&#${one.charCodeAt(0)};`);
}

function code(text: string): string {
  return fenced("`", text.replace(/\s+/g, " "), " ");
}

function fence(language: string, text: string): string {
  return fenced("```", `${language}\n${text}\n`, "");
}

/** With more backticks around it than it has itself. */
function fenced(least: string, text: string, pad: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = longest < least.length ? least : "`".repeat(longest + 1);
  const space = text.includes("`") ? pad : "";
  return `${ticks}${space}${text}${space}${ticks}`;
}
