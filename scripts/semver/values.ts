/** Splits what the judges report about one place by the values that changed. */
import { valueAt } from "@partner-center/spec";
import type { Finding } from "./judges/finding.ts";
import type { Contracts, Place } from "./places.ts";
import { bumps, type Rule, rules } from "./policy.ts";

export interface Ruled extends Finding {
  rule: Rule;
}

/** What changed in one way: one value of an enum, one keyword, or an object as a whole. */
export interface Part {
  keyword?: string;
  /** The value that a list lost or gained, else what is there now. */
  value?: unknown;
  /** What decides, first. */
  findings: Ruled[];
}

/**
 * What decides about a place. Each value of a list and each keyword stands for itself, so that one who
 * accepts the removal of a value accepts no other.
 */
export function splitByValue(group: Ruled[], place: Place, { revision }: Contracts): Part[] {
  const ranked = [...group].sort((a, b) => rank(a.rule) - rank(b.rule));
  const deciding = ranked.filter(({ rule }) => rule.bump === ranked[0]?.rule.bump);
  const parts = new Map<string, Part>();
  for (const finding of deciding) {
    const { keyword } = finding;
    if (keyword === undefined) continue;
    for (const value of valuesOf(finding)) {
      const key = JSON.stringify([keyword, value]);
      const part = parts.get(key) ?? { keyword, value, findings: [] };
      part.findings.push(finding);
      parts.set(key, part);
    }
  }
  const split = [...parts.values()];
  const whole: Ruled[] = [];
  for (const finding of deciding.filter(({ keyword }) => keyword === undefined)) {
    const part = split.find(
      ({ findings: [first] }) => first && rank(first.rule) <= rank(finding.rule),
    );
    (part?.findings ?? whole).push(finding);
  }
  if (whole.length > 0)
    split.unshift({ value: withoutText(valueAt(revision, place)), findings: whole });
  const [only, ...others] = split;
  return only && others.length === 0
    ? [{ ...only, findings: [...new Set([...only.findings, ...ranked])] }]
    : split;
}

/** The highest bump first, then in the order of the policy. */
function rank(rule: Rule): number {
  return rules.indexOf(rule) - bumps.indexOf(rule.bump) * rules.length;
}

/** Of a list, what it lost or gained, as far as the finding is about that; else the new value. */
function valuesOf({ words, judge, old, new: new_ }: Finding): unknown[] {
  if (judge === "types") return [old ?? new_].map((value) => JSON.parse(String(value)));
  if (!Array.isArray(old) && !Array.isArray(new_)) return [new_ ?? old];
  const [before, after] = [listOf(old), listOf(new_)];
  const lost = words.endsWith("-added") ? [] : before.filter((item) => !after.includes(item));
  const gained = words.endsWith("-removed") ? [] : after.filter((item) => !before.includes(item));
  const changed = [...lost, ...gained].map((item) => JSON.parse(item));
  return changed.length > 0 ? changed : [new_ ?? old];
}

function listOf(value: unknown): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((item) => JSON.stringify(item));
}

/** Other words for the same thing change nothing. */
function withoutText(value: unknown): unknown {
  if (value === undefined) return undefined;
  const isText = (key: string, part: unknown) =>
    ["title", "summary", "description"].includes(key) && typeof part === "string";
  return JSON.parse(JSON.stringify(value, (key, part) => (isText(key, part) ? undefined : part)));
}
