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

/** What vitest reports in some files; one is missing when vitest ended too early to write it. */
export function readTestReports(files: string[]): TestCounts {
  const counts: TestCounts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files) {
    if (!existsSync(file)) continue;
    const report: VitestReport = JSON.parse(readFileSync(file, "utf8"));
    counts.passed += report.numPassedTests;
    counts.failed += report.numFailedTests;
    counts.skipped += report.numPendingTests + report.numTodoTests;
  }
  return counts;
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
