/** Asks `redocly diff` what changed between two contracts. */
import { fileURLToPath } from "node:url";
import { isObject, parsePointer } from "@partner-center/spec";
import { redocly } from "@partner-center/spec/redocly";
import type { NormalForm } from "../normal-form/normal-form.ts";
import type { Place } from "../places.ts";
import type { Finding } from "./finding.ts";
import { readReport } from "./read-report.ts";

const config = fileURLToPath(new URL("redocly.yaml", import.meta.url));

type Node = { pointer: string; value?: unknown };

interface Change {
  kind: "added" | "removed" | "modified";
  typeName: string;
  property?: string;
  verdicts: { ruleId: string; message: string }[];
  base?: Node;
  revision?: Node;
}

/**
 * Every difference between the contracts at two paths, with redocly's verdict where it has one.
 *
 * @throws when redocly is missing, fails, takes too long, or prints what is not understood
 */
export async function askRedocly(
  base: string,
  revision: string,
  normal: NormalForm,
  tool = redocly,
): Promise<Finding[]> {
  const options = [`--config=${config}`, "--format=json", "--fail-on=none"];
  const changes = readChanges(await tool.print("diff", base, revision, ...options));
  return changes.flatMap((change) => toFindings(change, normal));
}

/** @throws when this is not a report of redocly diff */
export function readChanges(output: string): Change[] {
  return readReport("redocly diff", output, isReport).changes;
}

function isReport(value: unknown): value is { changes: Change[] } {
  const { reportVersion, changes } = isObject(value) ? value : {};
  return reportVersion === "1" && Array.isArray(changes) && changes.every(isChange);
}

function isChange(value: unknown): value is Change {
  return (
    isObject(value) &&
    ["added", "removed", "modified"].includes(String(value.kind)) &&
    typeof value.typeName === "string" &&
    Array.isArray(value.verdicts) &&
    [value.base, value.revision].some((node) => isObject(node) && "pointer" in node)
  );
}

function toFindings(change: Change, normal: NormalForm): Finding[] {
  const { kind, typeName, property, verdicts, base, revision } = change;
  const place = placeOf(change, normal);
  const finding = (words: string, sentence: string): Finding => ({
    judge: "redocly",
    words,
    sentence,
    place,
    ...(property !== undefined && { keyword: property }),
    ...(base && "value" in base && { old: base.value }),
    ...(revision && "value" in revision && { new: revision.value }),
  });
  // A verdict of redocly's whether it may or may no longer be empty.
  const isAllowed = property === "allowEmptyValue" && revision?.value === true;
  if (verdicts.length > 0 && !isAllowed) {
    return verdicts.map(({ ruleId, message }) => finding(ruleId, message.replace(/\.$/, "")));
  }
  const name = nameOf(place, revision?.value ?? base?.value);
  return property === undefined
    ? [finding(`${kind} ${typeName}${partOf(typeName, place)}`, `${name} is ${kind}`)]
    : [finding(`${kind} ${typeName}.${property}`, `\`${property}\` of ${name} is ${kind}`)];
}

/** The object that changed, without the keyword that did. */
function placeOf({ property, base, revision }: Change, { sourceOf }: NormalForm): Place {
  const isRevision = revision && ("value" in revision || !(base && "value" in base));
  const place = parsePointer((isRevision ? revision : base)?.pointer ?? "");
  const isKeyword = property !== undefined && place.at(-1) === property;
  return sourceOf(isRevision ? "revision" : "base", isKeyword ? place.slice(0, -1) : place);
}

/** Keywords that have several schemas, by index or name. */
const groups = [
  ...["allOf", "anyOf", "oneOf", "prefixItems"],
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"],
];

/** `.property`, `.items` or `.allOf` for a schema within another one. */
function partOf(typeName: string, place: Place): string {
  const isComponent = place[0] === "components" && place.length === 3;
  if (typeName !== "Schema" || isComponent) return "";
  const group = groups.find((keyword) => keyword === place.at(-2));
  return group === "properties" ? ".property" : `.${group ?? place.at(-1)}`;
}

function nameOf(place: Place, value: unknown): string {
  const last = place.at(-1);
  if (last === undefined) return "the contract";
  const { name, url } = isObject(value) && /^\d+$/.test(last) ? value : {};
  return `\`${name ?? url ?? last}\``;
}
