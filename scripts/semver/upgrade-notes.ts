/** Describes the changes for users who upgrade: the text of a changeset. */
import { parsePointer } from "@partner-center/spec";
import type { Change } from "./changes.ts";
import type { Bump } from "./policy.ts";

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
