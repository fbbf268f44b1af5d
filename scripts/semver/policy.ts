/** Reads policy.md, which says which change asks for which version. */
import { readFileSync } from "node:fs";
import { type Judge, judges } from "./finding.ts";

/** From the lowest to the highest. */
export const bumps = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof bumps)[number];

export const packages = ["types", "client", "docs"] as const;
export type Package = (typeof packages)[number];
export type Bumps = Record<Package, Bump>;

export interface Rule {
  id: string;
  bump: Bump;
}

const text = readFileSync(new URL("policy.md", import.meta.url), "utf8");

/** The rows of the table with these first two headings. */
function readTable(first: string, second: string): string[][] {
  const table = new RegExp(`^\\| ${first} +\\| ${second} +\\|.*\n.*\n((?:\\|.*\n)+)`, "m").exec(
    text,
  );
  if (!table?.[1]) throw new Error(`policy.md has no table of ${first} and ${second}`);
  const lines = table[1].trimEnd().split("\n");
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function oneOf<Word extends string>(known: readonly Word[], value: string | undefined): Word {
  const word = known.find((one) => one === value);
  if (word !== undefined) return word;
  throw new Error(`policy.md: "${value}" is not one of ${known.join(", ")}`);
}

export const rules: Rule[] = readTable("rule", "bump").map(([id = "", bump]) => ({
  id,
  bump: oneOf(bumps, bump),
}));

const words = readTable("rule", "judge").map(([id = "", judge, cell = ""]) => ({
  rule: ruleById(id),
  judge: oneOf(judges, judge),
  patterns: [...cell.matchAll(/`([^`]+)`/g)].map(
    ([, pattern = ""]) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`),
  ),
}));

const effects = new Map(
  readTable("package", "major").map(([name, ...cells]) => {
    const [major, minor, patch] = cells.map((cell) => oneOf(bumps, cell));
    return [oneOf(packages, name), { major, minor, patch, none: "none" as const }];
  }),
);

/**
 * The rule for what a judge reports.
 *
 * @throws when policy.md has no line for it: the judge's output is not understood
 */
export function ruleFor(judge: Judge, said: string): Rule {
  const found = words.find(
    (line) => line.judge === judge && line.patterns.some((pattern) => pattern.test(said)),
  );
  if (found) return found.rule;
  throw new Error(`scripts/semver/policy.md does not say what "${said}" from ${judge} costs.`);
}

export function ruleById(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule) return rule;
  throw new Error(`policy.md has no rule "${id}"`);
}

export function highest(values: Iterable<Bump>): Bump {
  const ranks = [...values].map((value) => bumps.indexOf(value));
  return bumps[Math.max(0, ...ranks)] ?? "none";
}

export function isHigher(a: Bump, b: Bump): boolean {
  return bumps.indexOf(a) > bumps.indexOf(b);
}

export function byPackage(bumpOf: (name: Package) => Bump): Bumps {
  return { types: bumpOf("types"), client: bumpOf("client"), docs: bumpOf("docs") };
}

/** What a change of the contract asks for, by package. */
export function neededFor(change: Bump): Bumps {
  return byPackage((name) => {
    const bump = effects.get(name)?.[change];
    if (bump) return bump;
    throw new Error(`policy.md does not say what a change means to ${name}`);
  });
}
