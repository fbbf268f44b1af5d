/** Groups Redocly's findings by cause, for people. The cause comes last. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** A finding, as `redocly lint --format=json` prints it. */
export interface Finding {
  ruleId: string;
  message: string;
  location: { source?: { ref: string }; pointer?: string; start?: { line: number; col: number } }[];
  suggest?: string[];
}

interface Cause {
  /** A file that is missing or can't be parsed: everything that refers to it fails as well. */
  isFile: boolean;
  message: string;
  rule: string;
  /** Where to look, as `file:line:column` from the repository's root. */
  places: Set<string>;
  findings: number;
}

const shownPlaces = 10;

/**
 * What is wrong, as lines for a terminal; empty when nothing is.
 *
 * @param root of the repository; paths are shown from there
 */
export function describeFindings(findings: Finding[], root: string): string {
  const causes = new Map<string, Cause>();
  for (const finding of findings) {
    const { key, ...cause } = causeOf(finding, root);
    const known = causes.get(key) ?? { ...cause, places: new Set(), findings: 0 };
    known.findings += 1;
    // The finding that names the place may come after its consequences.
    if (cause.places.size > 0 && known.places.size === 0) known.message = cause.message;
    causes.set(key, { ...known, places: new Set([...known.places, ...cause.places]) });
  }
  if (causes.size === 0) return "";
  const ordered = [...causes.values()].sort((a, b) => Number(a.isFile) - Number(b.isFile));
  const total = count(findings.length, "finding");
  return [
    causes.size === findings.length ? total : `${total} with ${count(causes.size, "cause")}`,
    ...ordered.map((cause) => describeCause(cause, root)),
  ].join("\n\n");
}

/** The cause of a finding. It has places only when the finding names the place of its cause. */
function causeOf(finding: Finding, root: string): Cause & { key: string } {
  const { ruleId: rule, message, location, suggest = [] } = finding;
  // Redocly names files from the working directory.
  const show = (path: string) => relative(root, resolve(path)).replaceAll("\\", "/");
  const cause = (file: string, message: string, places: string[]) => {
    return { key: file, isFile: true, message, rule, places: new Set(places), findings: 1 };
  };
  const places = location.map(
    ({ source, start, pointer }) =>
      `${show(source?.ref ?? join(root, "spec/openapi.yaml"))}${start ? `:${start.line}:${start.col}` : ` ${pointer}`}`,
  );
  const [, reason = "", broken, line, column] =
    /^[^:]+: (.+) in "(.+)" \((\d+):(\d+)\)/.exec(message) ?? [];
  if (broken) return cause(show(broken), reason, [`${show(broken)}:${line}:${column}`]);
  const missing = /no such file or directory '(.+)'/.exec(message)?.[1];
  if (missing) return cause(show(missing), `There is no file ${show(missing)}.`, places);
  const [, reference = "", referrer] =
    /can't resolve reference (\S+?)(?:#\S*)? from id (\S+?)(?:#\S*|\.)?$/.exec(message) ?? [];
  if (referrer) {
    const file = show(join(dirname(referrer), reference));
    return cause(file, `A reference to ${file} leads nowhere.`, []);
  }
  const advice = suggest.length > 0 ? ` Did you mean ${suggest.join(" or ")}?` : "";
  const text = message.replaceAll(`${root}/`, "") + advice;
  const key = `${rule} ${text}`;
  return { key, isFile: false, message: text, rule, places: new Set(places), findings: 1 };
}

function describeCause({ message, rule, places, findings, isFile }: Cause, root: string): string {
  const shown = [...places].slice(0, shownPlaces);
  const others = places.size - shown.length;
  const results = isFile ? findings - places.size : 0;
  return [
    ...(results > 0 ? [`The reason for ${count(results, "other finding")}:`] : []),
    `${message} (${rule})`,
    ...shown.flatMap((place) => [`  ${place}`, ...readLine(place, root)]),
    ...(others > 0 ? [`  and ${count(others, "other place")}`] : []),
  ].join("\n");
}

function readLine(place: string, root: string): string[] {
  const [, file = "", line] = /^(.*):(\d+):\d+$/.exec(place) ?? [];
  if (!line || !existsSync(join(root, file))) return [];
  const text = readFileSync(join(root, file), "utf8").split("\n")[Number(line) - 1];
  return [`    ${line} | ${text}`];
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
