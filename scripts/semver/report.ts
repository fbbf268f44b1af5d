/** Describes what the gate found, for those who changed the contract and for those who upgrade. */
import { styleText } from "node:util";
import { parsePointer } from "@partner-center/spec";
import type { Change } from "./changes.ts";
import type { LocatedChange } from "./gate.ts";
import { type Bump, type Bumps, packages } from "./policy.ts";

const audience: Record<Change["affects"], string> = {
  wire: "programs that talk to the service (wire)",
  types: "code that is compiled against the types (types)",
  both: "programs that talk to the service, and code that is compiled against the types (both)",
  none: "no code",
};

const colors = { major: "red", minor: "yellow", patch: "green", none: "dim" } as const;

/** `types minor, client minor, docs patch` */
export function formatBumps(bumps: Bumps): string {
  return packages.map((name) => `${name} ${bumps[name]}`).join(", ");
}

/** One change in a few lines: where, what, old and new, who notices, and by which rule. */
export function formatChange(change: LocatedChange): string {
  const { bump, file, line, what, affects, judges, id, accepted } = change;
  const by = judges.length > 0 ? `, says ${judges.join(", ")}` : "";
  const hasValues = "old" in change || "new" in change;
  return [
    `${styleText(colors[bump], bump.padEnd(5))}  ${file}:${line}`,
    what,
    ...(hasValues ? [`old: ${shorten(change.old)}`, `new: ${shorten(change.new)}`] : []),
    `noticed by ${audience[affects]}`,
    ...(accepted ? [`accepted as no major version: ${accepted}`] : []),
    styleText("dim", `${id}${by}`),
  ].join("\n       ");
}

function shorten(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** The changes for users who upgrade, one a line. */
function listForUpgrade(changes: Change[]): string[] {
  const sentences = (bump: Bump) =>
    changes.filter((change) => change.bump === bump).map(({ what }) => `${what}.`);
  const patches = changes.filter(({ bump }) => bump === "patch");
  const names = [...new Set(patches.map(({ pointer }) => nameOf(pointer)))];
  const shown = names.length > 4 ? [...names.slice(0, 3), "others"] : names;
  const documented = shown.join(", ").replace(/, ([^,]*)$/, " and $1");
  return [
    ...sentences("major").map((sentence) => `**Breaking:** ${sentence}`),
    ...sentences("minor"),
    ...(documented ? [`The documentation of ${documented} is up to date.`] : []),
  ];
}

/** The text of a changeset. */
export function describeForUpgrade(changes: Change[]): string {
  const lines = listForUpgrade(changes).map((line) => `- ${line}`);
  return ["The contract changed:", "", ...lines].join("\n");
}

/** The same in one line, for a command. */
export function summarizeForUpgrade(changes: Change[]): string {
  const [first = "", ...others] = listForUpgrade(changes);
  const more = others.length > 0 ? ` And ${others.length} more.` : "";
  return first.replaceAll("**", "") + more;
}

/** `Order.status` from the pointer to it. */
function nameOf(pointer: string): string {
  const [root, kind, name = "the contract", ...inside] = parsePointer(pointer);
  if (root === "paths") return "the operation";
  if (root !== "components" || kind !== "schemas") return `\`${name}\``;
  const properties = inside.filter((part) => part !== "properties" && part !== "items");
  return `\`${[name, ...properties].join(".")}\``;
}
