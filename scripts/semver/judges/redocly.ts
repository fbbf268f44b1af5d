/** Asks `redocly diff` what changed between two contracts. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isObject } from "@partner-center/spec";
import type { Redocly } from "@partner-center/spec/redocly";
import { parsePointer } from "../contract.ts";
import type { Finding } from "../finding.ts";

const config = fileURLToPath(new URL("redocly.yaml", import.meta.url));

interface Place {
  pointer: string;
  value?: unknown;
}

interface Change {
  kind: "added" | "removed" | "modified";
  typeName: string;
  property?: string;
  verdicts: { ruleId: string; message: string }[];
  base?: Place;
  revision?: Place;
}

/**
 * Every difference that redocly sees, with its verdict where it has one.
 *
 * @param base path of a bundled contract
 * @param revision path of the one that is to replace it, in a folder that takes the report
 * @throws when redocly is missing, fails, or writes what is not understood
 */
export async function askRedocly(
  redocly: Redocly,
  base: string,
  revision: string,
): Promise<Finding[]> {
  const report = `${revision}.diff.json`;
  const options = ["--config", config, "--format", "json", "--fail-on", "none", "--output", report];
  const { code, output } = await redocly.run("diff", base, revision, ...options);
  if (code !== 0 || !existsSync(report)) {
    throw new Error(`redocly diff failed (exit ${code}): ${output.trim()}`);
  }
  return readChanges(readFileSync(report, "utf8")).flatMap(readFindings);
}

/** @throws when this is not the report that this version of redocly writes */
export function readChanges(output: string): Change[] {
  try {
    const report: unknown = JSON.parse(output);
    if (isObject(report) && report.reportVersion === "1" && Array.isArray(report.changes)) {
      if (report.changes.every(isChange)) return report.changes;
    }
  } catch {
    // Not JSON: told below with its beginning.
  }
  throw new Error(
    `The output of redocly diff is not understood: ${output.slice(0, 200) || "none"}`,
  );
}

function isChange(value: unknown): value is Change {
  return (
    isObject(value) &&
    ["added", "removed", "modified"].includes(String(value.kind)) &&
    typeof value.typeName === "string" &&
    Array.isArray(value.verdicts) &&
    [value.base, value.revision].some((place) => isObject(place) && "pointer" in place)
  );
}

function readFindings(change: Change): Finding[] {
  const { kind, property, verdicts, base, revision } = change;
  const place = placeOf(change);
  const common = {
    judge: "redocly" as const,
    place,
    ...(property !== undefined && { keyword: property }),
    ...(base && "value" in base && { old: base.value }),
    ...(revision && "value" in revision && { new: revision.value }),
  };
  if (verdicts.length === 0) {
    const words = `${kind} ${subjectOf(change)}`;
    const name = nameOf(place, revision?.value ?? base?.value);
    const sentence = `${property ? `\`${property}\` of ` : ""}${name} is ${kind}`;
    return [{ ...common, words, sentence }];
  }
  return verdicts.map(({ ruleId, message }) => ({
    ...common,
    words: ruleId,
    sentence: message.replace(/\.$/, ""),
  }));
}

/** The pointer to the object that changed, without the keyword that did. */
function placeOf({ property, base, revision }: Change): string[] {
  const where = [revision, base].find((place) => place && "value" in place) ?? revision ?? base;
  const parts = parsePointer(where?.pointer ?? "");
  return property !== undefined && parts.at(-1) === property ? parts.slice(0, -1) : parts;
}

/** `Order.description`, `Schema.property`, `Schema`: the kind of object, and what of it. */
function subjectOf(change: Change): string {
  const { typeName, property } = change;
  if (property !== undefined) return `${typeName}.${property}`;
  const parts = placeOf(change);
  if (typeName !== "Schema" || (parts[0] === "components" && parts.length === 3)) return typeName;
  return `Schema.${parts.at(-2) === "properties" ? "property" : parts.at(-1)}`;
}

function nameOf(place: string[], value: unknown): string {
  const last = place.at(-1);
  if (last === undefined) return "the contract";
  const facts = /^\d+$/.test(last) && isObject(value) ? value : {};
  return `\`${facts.name ?? facts.url ?? last}\``;
}
