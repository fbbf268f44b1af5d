/** Reads vitest's reports, and says for the summary what passed, failed and was skipped. */
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

const root = join(import.meta.dirname, "../..");

export interface FailedTest {
  /** Its file and titles; the file alone when that could not be loaded. */
  name: string;
  message: string;
}

export interface TestReport {
  passed: number;
  /** Names of those that passed on the second attempt. */
  repeated: string[];
  failed: FailedTest[];
  /** Their names. */
  skipped: string[];
}

/** The part of vitest's report that is read here. */
interface VitestReport {
  testResults: {
    /** Path of the file. */
    name: string;
    status: string;
    /** Why the file could not be loaded; otherwise empty. */
    message: string;
    assertionResults: {
      ancestorTitles: string[];
      title: string;
      status: string;
      /** Errors with their stacks, also of an attempt before the one that passed. */
      failureMessages: string[];
    }[];
  }[];
}

/** Reads a report, which is empty when vitest ended too early to write one. */
export function readTestReport(path: string): TestReport {
  const report: TestReport = { passed: 0, repeated: [], failed: [], skipped: [] };
  if (!existsSync(path)) return report;
  const { testResults }: VitestReport = JSON.parse(readFileSync(path, "utf8"));
  for (const { name, status, message, assertionResults } of testResults) {
    const file = relative(root, name);
    for (const { ancestorTitles, title, status, failureMessages } of assertionResults) {
      const name = [file, ...ancestorTitles, title].filter(Boolean).join(" > ");
      if (status === "passed") {
        report.passed += 1;
        if (failureMessages.length > 0) report.repeated.push(name);
      } else if (status !== "failed") report.skipped.push(name);
      else report.failed.push({ name, message: withoutStack(failureMessages[0] ?? "") });
    }
    const isExplained = assertionResults.some(({ status }) => status === "failed");
    if (status === "failed" && !isExplained) report.failed.push({ name: file, message });
  }
  return report;
}

function withoutStack(failure: string): string {
  const lines = stripVTControlCharacters(failure).split("\n");
  return lines.filter((line) => !/^\s+at /.test(line)).join("\n");
}

/** A line with the sums. Outside a checkout, only tests that need git are skipped. */
export function describeTests(reports: TestReport[], isCheckout: boolean): string {
  const sum = (count: (report: TestReport) => number) =>
    reports.reduce((total, report) => total + count(report), 0);
  const skipped = sum((report) => report.skipped.length);
  const why = "they need git, and this folder is not a git checkout";
  const left = isCheckout ? `${skipped} skipped` : `${skipped} not run: ${why}`;
  return `tests: ${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed.length)} failed, ${left}`;
}

/** The failed tests with their errors, in about as many lines as there is room for. */
export function listFailures(failed: FailedTest[], room: number): string[] {
  const shown = failed.slice(0, Math.floor(room / 2));
  const share = Math.max(1, Math.floor(room / shown.length) - 1);
  const lines = shown.flatMap(({ name, message }) => [
    `  failed: ${name}`,
    ...shorten(message.split("\n"), share).map((line) => `    ${line}`),
  ]);
  const others = failed.length - shown.length;
  return others > 0 ? [...lines, `  and ${others} others`] : lines;
}

/** The beginning and the end: an error says what failed first, and what a program printed, last. */
function shorten(lines: string[], room: number): string[] {
  if (lines.length <= room) return lines;
  const first = Math.ceil((room - 1) / 2);
  const last = room - 1 - first;
  if (last < 1) return lines.slice(0, room);
  return [...lines.slice(0, first), "...", ...lines.slice(-last)];
}
