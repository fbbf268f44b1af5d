/** Reads policy.md, the table that says which change asks for which version. */
import { readFileSync } from "node:fs";
import { words } from "./words.ts";

/** From the least to the highest. */
export const bumps = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof bumps)[number];

export const packages = ["types", "client", "docs"] as const;
export type Package = (typeof packages)[number];
export type Bumps = Record<Package, Bump>;

/** Those whose words the policy weighs. */
export type Judge = "redocly" | "oasdiff" | "types";

/** A line of the policy. */
export interface Rule {
  id: string;
  bump: Bump;
  /** The change in words. */
  change: string;
  /** What each judge says of such a change. */
  says: Record<Judge, RegExp[]>;
}

const text = readFileSync(new URL("policy.md", import.meta.url), "utf8");

function isBump(value: string | undefined): value is Bump {
  return bumps.some((bump) => bump === value);
}

function bump(value: string | undefined): Bump {
  if (!isBump(value)) throw new Error(`policy.md: "${value}" is none of ${bumps.join(", ")}`);
  return value;
}

/** The rows of the table whose first heading is given, without its headings. */
function readTable(firstHeading: string): string[][] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => new RegExp(`^\\| ${firstHeading} +\\|`).test(line));
  if (start < 0) throw new Error(`policy.md: the table of ${firstHeading}s is missing`);
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  return lines.slice(start + 2, end < 0 ? undefined : end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function escapeText(text: string): string {
  return text.replace(/[.$()+?[\]^{|}\\]/g, "\\$&");
}

function patterns(texts: string[] = []): RegExp[] {
  return texts.map((text) => new RegExp(`^${text.split("*").map(escapeText).join(".*")}$`));
}

export const rules: Rule[] = readTable("rule").map(([id = "", value, change = ""]) => {
  const said = words[id];
  if (!said) throw new Error(`words.ts has no line for the rule "${id}" of policy.md`);
  const says = {
    redocly: patterns(said.redocly),
    oasdiff: patterns(said.oasdiff),
    types: patterns(said.types),
  };
  return { id, bump: bump(value), change, says };
});

const byPackage = new Map(
  readTable("package").map(([name, major, minor, patch]) => [
    name,
    { major: bump(major), minor: bump(minor), patch: bump(patch), none: "none" as const },
  ]),
);

/**
 * The rule for what a judge says.
 *
 * @throws when no line of the policy names it: its output is not understood
 */
export function ruleFor(judge: Judge, said: string): Rule {
  const rule = rules.find(({ says }) => says[judge].some((pattern) => pattern.test(said)));
  if (rule) return rule;
  throw new Error(
    `scripts/semver/policy.md does not say what "${said}" from ${judge} costs; add it to words.ts.`,
  );
}

export function ruleById(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`policy.md has no rule "${id}"`);
  return rule;
}

export function highest(values: Iterable<Bump>): Bump {
  const ranks = [...values].map((value) => bumps.indexOf(value));
  return bumps[Math.max(0, ...ranks)] ?? "none";
}

export function isHigher(a: Bump, b: Bump): boolean {
  return bumps.indexOf(a) > bumps.indexOf(b);
}

/** What a change of the contract means to a package. */
export function bumpOfPackage(name: Package, change: Bump): Bump {
  const row = byPackage.get(name);
  if (!row) throw new Error(`policy.md does not say what a change means to ${name}`);
  return row[change];
}
