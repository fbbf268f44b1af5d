/** Says what the gate found: to the one who changed the contract, and to the one who upgrades. */
import { styleText } from "node:util";
import type { Change } from "./changes.ts";
import { parsePointer } from "./contract.ts";
import type { Location } from "./locate.ts";
import { type Bump, type Bumps, packages } from "./policy.ts";

export type LocatedChange = Change & Location;

const audience: Record<Change["affects"], string> = {
  wire: "programs that talk to the service (wire)",
  types: "code that is compiled against the types (types)",
  both: "programs that talk to the service, and code that is compiled against the types (both)",
  none: "nobody's code",
};

const colors = { major: "red", minor: "yellow", patch: "green", none: "dim" } as const;

/** `types minor, client minor, docs patch` */
export function formatBumps(bumps: Bumps): string {
  return packages.map((name) => `${name} ${bumps[name]}`).join(", ");
}

/** One change on a few lines: where, what, old and new, who notices, and which rule says so. */
export function formatChange(change: LocatedChange): string {
  const { bump, file, line, what, affects, judges, id, accepted } = change;
  const by = judges.length > 0 ? `, says ${judges.join(", ")}` : "";
  return [
    `${styleText(colors[bump], bump.padEnd(5))}  ${file}:${line}`,
    `       ${what}`,
    ...("old" in change || "new" in change
      ? [`       old: ${shorten(change.old)}`, `       new: ${shorten(change.new)}`]
      : []),
    `       noticed by ${audience[affects]}`,
    ...(accepted ? [`       accepted as no major version: ${accepted}`] : []),
    styleText("dim", `       ${id}${by}`),
  ].join("\n");
}

function shorten(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** The changes in words for the person who upgrades, as the text of a changeset. */
export function describeForUpgrade(changes: Change[]): string {
  const told = (bump: Bump) => changes.filter((change) => change.bump === bump);
  const breaking = told("major").map(({ what }) => `- **Breaking:** ${what}.`);
  const other = told("minor").map(({ what }) => `- ${what}.`);
  const texts = [...new Set(told("patch").map(({ pointer }) => nameOf(pointer)))];
  const documented = texts.length > 4 ? [...texts.slice(0, 3), "others"] : texts;
  return [
    "The contract changed:",
    "",
    ...breaking,
    ...other,
    ...(texts.length > 0 ? [`- The documentation of ${listed(documented)} is up to date.`] : []),
  ].join("\n");
}

/** One line of it, for a command. */
export function summarizeForUpgrade(changes: Change[]): string {
  const [first, ...others] = describeForUpgrade(changes)
    .split("\n")
    .filter((line) => line.startsWith("- "))
    .map((line) => line.slice(2).replaceAll("**", ""));
  return `${first ?? ""}${others.length > 0 ? ` And ${others.length} more.` : ""}`;
}

/** `Order.status` from the pointer to it. */
function nameOf(pointer: string): string {
  const parts = parsePointer(pointer);
  const [root, kind, name, ...inside] = parts;
  if (root === "paths") return "the operation";
  if (root !== "components" || !name || kind !== "schemas") return `\`${name ?? "the contract"}\``;
  const members = inside.filter((part) => part !== "properties" && part !== "items");
  return `\`${[name, ...members].join(".")}\``;
}

function listed(names: string[]): string {
  const text = names.join(", ");
  return text.replace(/, ([^,]*)$/, " and $1");
}
