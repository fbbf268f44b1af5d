/** Combines what several judges report about one place into one change. */
import { formatPointer, isObject, parsePointer, valueAt } from "@partner-center/spec";
import type { Finding, Judge } from "./judges/finding.ts";
import { type Contracts, type Place, resolvePlace } from "./places.ts";
import { type Bump, bumps, isHigher, type Rule, ruleFor } from "./policy.ts";
import { type Part, type Ruled, splitByValue } from "./values.ts";

/** One change of the contract, as it is reported. */
export interface Change {
  /** The line of the policy that decides. */
  rule: string;
  bump: Bump;
  /** JSON pointer into the bundle: of the revision, or of the base for what was removed. */
  pointer: string;
  /** The keyword at that place, such as `enum`, unless it was the whole object. */
  keyword?: string;
  /** JSON pointer to what changed: to the keyword, if it was one. */
  place: string;
  /** The value that a list such as `enum` lost or gained, else what is there now; none if removed. */
  value?: unknown;
  /** What changed, as a sentence without a full stop. */
  what: string;
  old?: unknown;
  new?: unknown;
  /** Who notices: programs that talk to the service, code that is compiled against the types. */
  affects: "wire" | "types" | "both" | "none";
  /** Why it asks for no major version all the same, when it was accepted. */
  accepted?: string;
  judges: Judge[];
}

/** Rules that a judge of the wire reports, although only names in code change. */
const onlyTypes = new Set(["operation-renamed", "type-removed"]);
/** Rules about a whole object, which make changes within it redundant. */
const isWhole = /removed|added|renamed|retyped|array/;

export function mergeFindings(findings: Finding[], contracts: Contracts): Change[] {
  const ruled = findings.flatMap((finding) => {
    const { judge, words, place } = finding;
    const rule = ruleFor(judge, words);
    if (rule.bump === "none") return [];
    const known = place && { place: canonicalPlace(finding, place, contracts) };
    const sentence = rule.id === "unknown" ? sentenceOfUnknown(finding) : finding.sentence;
    return [{ ...finding, ...known, sentence, rule }];
  });
  const groups = new Map<string, Ruled[]>();
  for (const one of ruled) {
    const place = one.place ?? placeByName(one, ruled, contracts) ?? one.operation ?? [];
    const pointer = formatPointer(place);
    groups.set(pointer, [...(groups.get(pointer) ?? []), one]);
  }
  const changes = [...groups].flatMap(([pointer, group]) =>
    splitByValue(group, parsePointer(pointer), contracts).map((part) => describe(pointer, part)),
  );
  const outer = changes.filter(
    ({ rule, pointer }) => isWhole.test(rule) && groups.get(pointer)?.some((one) => one.place),
  );
  const includes = (one: Change, inner: Change) =>
    inner.pointer.startsWith(`${one.pointer}/`) && !isHigher(inner.bump, one.bump);
  return changes
    .filter((inner) => !outer.some((one) => includes(one, inner)))
    .sort((a, b) => (a.pointer < b.pointer ? -1 : 1))
    .sort((a, b) => bumps.indexOf(b.bump) - bumps.indexOf(a.bump));
}

/** One place for what the judges point to in several ways. */
function canonicalPlace(finding: Finding, place: Place, { base, revision }: Contracts): Place {
  const contract = finding.new === undefined && finding.old !== undefined ? base : revision;
  const at = place.at(-2) === "parameters" ? resolvePlace(contract, place) : place;
  return at.at(-1) === "schema" && at.at(-2) !== "properties" ? at.slice(0, -1) : at;
}

/**
 * The place of a finding of oasdiff, which tells only names: that of a change with such a name, or of
 * one under the same rule.
 */
function placeByName({ names, rule }: Ruled, ruled: Ruled[], contracts: Contracts) {
  const known = new Set<unknown>(names);
  const placed = ruled.filter((one) => one.place);
  const namesakes = placed.filter(({ place = [] }) =>
    [contracts.base, contracts.revision].some((contract) => {
      const object = valueAt(contract, place);
      const { name, url } = isObject(object) ? object : {};
      return [place.at(-1), name, url].some((one) => known.has(one));
    }),
  );
  const best =
    namesakes.find((one) => one.rule === rule) ??
    namesakes.find((one) => one.rule.bump !== "patch") ??
    placed.find((one) => one.rule === rule);
  return best?.place;
}

function describe(pointer: string, { keyword, value, findings }: Part): Change {
  const [decisive] = findings;
  if (!decisive) throw new Error("unreachable: each part has a finding");
  const { rule } = decisive;
  const deciding = findings.filter((one) => one.rule.bump === rule.bump);
  const old = findings.find((one) => one.old !== undefined)?.old;
  const new_ = findings.find((one) => one.new !== undefined)?.new;
  return {
    rule: rule.id,
    bump: rule.bump,
    pointer,
    ...(keyword !== undefined && { keyword }),
    place: keyword === undefined ? pointer : `${pointer}/${keyword}`,
    ...(value !== undefined && { value }),
    what: sentenceOf(decisive, deciding, pointer),
    ...(old !== undefined && { old }),
    ...(new_ !== undefined && { new: new_ }),
    affects: audienceOf(rule, deciding),
    judges: [...new Set(findings.map((one) => one.judge))],
  };
}

function sentenceOfUnknown({ judge, words, sentence }: Finding): string {
  return `${sentence} ("${words}" of ${judge} is not in policy.md, so it counts as major)`;
}

/** That of the types when it names a type, `Order.status`, and not a path into the generated file. */
function sentenceOf(decisive: Ruled, deciding: Ruled[], pointer: string): string {
  const ofTypes = deciding.filter(({ judge }) => judge === "types").map(({ sentence }) => sentence);
  const readable = ofTypes.filter((one) => !/`(operations|components|paths)\./.test(one));
  const own = readable.find((one) => one.includes(`\`${pointer.split("/").at(-1)}\``));
  return own ?? readable[0] ?? decisive.sentence;
}

function audienceOf(rule: Rule, deciding: Ruled[]): Change["affects"] {
  if (rule.bump === "patch") return "none";
  const judges = new Set(deciding.map(({ judge }) => judge));
  if (onlyTypes.has(rule.id)) return "types";
  if (!judges.delete("types")) return "wire";
  return judges.size > 0 ? "both" : "types";
}
