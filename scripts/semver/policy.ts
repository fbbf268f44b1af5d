/** Reads policy.md, which says which change asks for which version. */
import { readFileSync } from "node:fs";
import { type Judge, judges } from "./judges/finding.ts";

/** From the lowest to the highest. */
export const bumps = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof bumps)[number];

export const packages = ["types", "client", "docs"] as const;
export type Bumps = Record<(typeof packages)[number], Bump>;

export type Rule = { id: string; bump: Bump };

const text = readFileSync(new URL("policy.md", import.meta.url), "utf8");

/** The rows of the table with this first heading. */
function readTable(heading: string): string[][] {
  const table = text.split("\n\n").find((block) => block.startsWith(`| ${heading} `));
  const lines = table?.trim().split("\n").slice(2) ?? [];
  return lines.map((line) =>
    line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()),
  );
}

/** `*` is any text, `{a,b}` either. */
function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.$]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll(/\{([^}]*)\}/g, (_, list: string) => `(${list.replaceAll(",", "|")})`);
  return new RegExp(`^${source}$`);
}

function oneOf<Word extends string>(known: readonly Word[], value: string | undefined): Word {
  const word = known.find((one) => one === value);
  if (word !== undefined) return word;
  throw new Error(`policy.md: "${value}" is not one of ${known.join(", ")}`);
}

export const rules = readTable("rule").map(
  ([id = "", bump]): Rule => ({ id, bump: oneOf(bumps, bump) }),
);

const words = readTable("judge").flatMap(([judge, id = "", cell = ""]) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => ({
    judge: oneOf(judges, judge),
    rule: ruleById(id),
    word,
    pattern: toRegExp(word),
  })),
);

const effects = readTable("package");

/** The rule for what a judge reports: `unknown`, a major one, when policy.md has no line for it. */
export function ruleFor(judge: Judge, said: string): Rule {
  const found = words.find((line) => line.judge === judge && line.pattern.test(said));
  return found?.rule ?? ruleById("unknown");
}

/** The words of policy.md that fit nothing of what a judge can report: they are misspelt, or gone. */
export function deadWords(judge: Judge, all: string[]): string[] {
  const own = words.filter((line) => line.judge === judge);
  return own.filter(({ pattern }) => !all.some((one) => pattern.test(one))).map(({ word }) => word);
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

export function byPackage(bumpOf: (name: keyof Bumps) => Bump): Bumps {
  return { types: bumpOf("types"), client: bumpOf("client"), docs: bumpOf("docs") };
}

/** What a change of the contract asks for, by package. */
export function neededFor(change: Bump): Bumps {
  return byPackage((name) => {
    const [, major, minor, patch] = effects.find((row) => row[0] === name) ?? [];
    return oneOf(bumps, { major, minor, patch, none: "none" }[change]);
  });
}
