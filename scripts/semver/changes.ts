/** Puts what several judges say of one place together. */
import { isObject, type JsonObject } from "@partner-center/spec";
import { formatPointer, resolve, valueAt } from "./contract.ts";
import type { Finding } from "./finding.ts";
import { type Bump, bumps, isHigher, type Judge, type Rule, ruleFor, rules } from "./policy.ts";

/** One change of the contract, as it is reported. */
export interface Change {
  /** Names this change again in a later run: its rule and its place. */
  id: string;
  /** The line of the policy that decides. */
  rule: string;
  bump: Bump;
  /** JSON pointer into the bundle: of the revision, or of the base for what was removed. */
  pointer: string;
  /** The keyword at that place, such as `enum`, when it was not the whole object. */
  keyword?: string;
  /** What changed, as a sentence without a full stop. */
  what: string;
  old?: unknown;
  new?: unknown;
  /** Who notices: programs that talk to the service, code that is compiled against the types. */
  affects: "wire" | "types" | "both" | "none";
  /** Why it asks for no major version all the same, when it was accepted. */
  accepted?: string;
  /** Who says so. */
  judges: Judge[];
}

interface Contracts {
  base: JsonObject;
  revision: JsonObject;
}

interface Ruled {
  finding: Finding;
  rule: Rule;
}

interface Placed extends Ruled {
  place: string[];
}

/** Rules that a judge of the wire tells of, although only names in code change. */
const onlyTypes = new Set(["operation-renamed", "type-removed"]);
/** Rules after which what lies beneath the place has nothing to add. */
const isWhole = /removed|added|renamed|retyped|array/;

/** @throws when the policy has no line for what a judge says */
export function mergeFindings(findings: Finding[], contracts: Contracts): Change[] {
  const ruled = findings.map((finding) => ({
    finding,
    rule: ruleFor(finding.judge, finding.words),
  }));
  const placed = ruled.flatMap(({ finding, rule }) =>
    finding.place ? [{ finding, rule, place: canonical(finding, finding.place, contracts) }] : [],
  );
  const groups = new Map<string, Ruled[]>();
  for (const { place, ...one } of placed) addTo(groups, formatPointer(place), one);
  for (const one of ruled.filter(({ finding }) => !finding.place)) {
    const place = placeOf(one, placed, contracts);
    addTo(groups, formatPointer(place ?? one.finding.operation ?? []), one);
  }
  return [...groups]
    .map(([pointer, group]) => ({ ...describe(pointer, group), isPlaced: group.some(isPlaced) }))
    .filter((change, _, all) => !all.some((other) => tells(other, change)))
    .map(({ isPlaced: _, ...change }) => change)
    .sort((a, b) => bumps.indexOf(b.bump) - bumps.indexOf(a.bump) || compareText(a, b));
}

function compareText(a: Change, b: Change): number {
  return a.pointer < b.pointer ? -1 : 1;
}

function addTo(groups: Map<string, Ruled[]>, pointer: string, one: Ruled): void {
  groups.set(pointer, [...(groups.get(pointer) ?? []), one]);
}

/** One place for what the judges point to in several ways. */
function canonical(finding: Finding, place: string[], { base, revision }: Contracts): string[] {
  const contract = finding.new === undefined && finding.old !== undefined ? base : revision;
  const isParameter = place.at(-2) === "parameters";
  const object = isParameter ? resolve(contract, place) : place;
  return object.at(-1) === "schema" && object.at(-2) !== "properties"
    ? object.slice(0, -1)
    : object;
}

/**
 * Where an oasdiff finding, which tells names and no place, belongs: to the change of that name, or
 * else to one that falls under the same line of the policy.
 */
function placeOf({ finding, rule }: Ruled, placed: Placed[], contracts: Contracts) {
  const names = new Set(finding.names);
  const isSame = (one: Placed) => one.rule === rule;
  const isNamesake = (one: Placed) => isNamed(one.place, names, contracts);
  const best =
    placed.find((one) => isSame(one) && isNamesake(one)) ??
    placed.find((one) => isNamesake(one) && one.rule.bump !== "patch") ??
    placed.find(isSame);
  return best?.place;
}

function isNamed(place: string[], names: Set<string>, contracts: Contracts): boolean {
  if (names.has(place.at(-1) ?? "")) return true;
  return [contracts.base, contracts.revision].some((contract) => {
    const object = valueAt(contract, place);
    return isObject(object) && (names.has(String(object.name)) || names.has(String(object.url)));
  });
}

function isPlaced({ finding }: Ruled): boolean {
  return finding.place !== undefined;
}

type Told = Change & { isPlaced: boolean };

/** Whether the first change is of something that holds the second, and says all there is to say. */
function tells(outer: Told, inner: Told): boolean {
  return (
    outer !== inner &&
    inner.pointer.startsWith(`${outer.pointer}/`) &&
    isWhole.test(outer.rule) &&
    outer.isPlaced &&
    !isHigher(inner.bump, outer.bump)
  );
}

/** The types' own sentence when it names a type, `Order.status`, and no path into the generated file. */
function sentenceOf(decisive: Ruled, deciding: Ruled[], pointer: string): string {
  const sentences = deciding
    .filter(({ finding }) => finding.judge === "types")
    .map(({ finding }) => finding.sentence);
  const isPath = /`(operations|components|paths)\./;
  const readable = sentences.filter((sentence) => !isPath.test(sentence));
  const own = readable.find((sentence) => sentence.includes(`\`${pointer.split("/").at(-1)}\``));
  return own ?? readable[0] ?? decisive.finding.sentence;
}

/** The highest first, and of those the first in the table. */
function rank(rule: Rule): number {
  return rules.indexOf(rule) - bumps.indexOf(rule.bump) * rules.length;
}

function describe(pointer: string, group: Ruled[]): Change {
  const [decisive, ...others] = [...group].sort((a, b) => rank(a.rule) - rank(b.rule));
  if (!decisive) throw new Error("A change without a finding");
  const { rule, finding } = decisive;
  const withValues = [finding, ...others.map((other) => other.finding)];
  const value = (side: "old" | "new") => withValues.find((one) => one[side] !== undefined)?.[side];
  const deciding = group.filter((one) => one.rule.bump === rule.bump);
  const keyword = deciding.find((one) => one.finding.keyword)?.finding.keyword;
  const wire = deciding.some((one) => one.finding.judge !== "types") && !onlyTypes.has(rule.id);
  const types = deciding.some((one) => one.finding.judge === "types") || onlyTypes.has(rule.id);
  const affects = wire && types ? "both" : wire ? "wire" : types ? "types" : "none";
  return {
    id: `${rule.id}:${pointer}`,
    rule: rule.id,
    bump: rule.bump,
    pointer,
    ...(keyword !== undefined && { keyword }),
    what: sentenceOf(decisive, deciding, pointer),
    ...(value("old") !== undefined && { old: value("old") }),
    ...(value("new") !== undefined && { new: value("new") }),
    affects: rule.bump === "patch" ? "none" : affects,
    judges: [...new Set(group.map((one) => one.finding.judge))],
  };
}
