import { expect, test } from "vitest";
import { majorOf } from "../support-line.ts";

test.each([
  ["support/1.x", 1],
  ["support/12.x", 12],
  ["main", undefined],
  ["support/1.2.x", undefined],
  ["release/support/1.x", undefined],
])("the branch %s releases one major: %s", (branch, major) => {
  expect(majorOf(branch)).toBe(major);
});
