/** Counts the tests in vitest's reports. */
import { existsSync, readFileSync } from "node:fs";

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Adds up reports; one is missing when vitest ended too early to write it. */
export function readTestReports(files: string[]): TestCounts {
  const counts: TestCounts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files.filter((each) => existsSync(each))) {
    const report: Record<string, number> = JSON.parse(readFileSync(file, "utf8"));
    const { numPassedTests = 0, numFailedTests = 0 } = report;
    const { numPendingTests = 0, numTodoTests = 0 } = report;
    counts.passed += numPassedTests;
    counts.failed += numFailedTests;
    counts.skipped += numPendingTests + numTodoTests;
  }
  return counts;
}

/** Outside a checkout, only tests that need git are skipped. */
export function describeTests(
  { passed, failed, skipped }: TestCounts,
  isCheckout: boolean,
): string {
  const why = "they need git, and this folder is not a git checkout";
  const left = isCheckout ? `${skipped} skipped` : `${skipped} not run: ${why}`;
  return `tests: ${passed} passed, ${failed} failed, ${left}`;
}
