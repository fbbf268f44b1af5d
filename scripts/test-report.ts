/** Reads how many tests there were, and says it. */
import { existsSync, readFileSync } from "node:fs";

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What vitest reports; nothing passed when it ended too early to report anything. */
export function readTestReport(file: URL): TestCounts {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report: VitestReport = JSON.parse(readFileSync(file, "utf8"));
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
}

/** Outside a checkout nothing is skipped but what needs git. */
export function describeTests(
  { passed, failed, skipped }: TestCounts,
  isCheckout: boolean,
): string {
  const why = "they need git, and this folder is not a git checkout";
  const left = isCheckout ? `${skipped} skipped` : `${skipped} not run: ${why}`;
  return `tests: ${passed} passed, ${failed} failed, ${left}`;
}
