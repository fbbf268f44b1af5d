import { expect, test } from "vitest";
import { describeTests } from "../test-report.ts";

test("tests that need git are told apart from skipped ones", () => {
  const counts = { passed: 8, failed: 1, skipped: 2 };
  expect(describeTests(counts, true)).toBe("tests: 8 passed, 1 failed, 2 skipped");
  expect(describeTests(counts, false)).toBe(
    "tests: 8 passed, 1 failed, 2 not run: they need git, and this folder is not a git checkout",
  );
});
