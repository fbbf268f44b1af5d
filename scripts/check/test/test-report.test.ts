import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { describeTests, listFailures, readTestReport } from "../test-report.ts";

const root = join(import.meta.dirname, "../../..");
const none = { passed: 0, repeated: [], failed: [], skipped: [] };

test("tests that need git are told apart from skipped ones", () => {
  const failed = [{ name: "a.test.ts > adds", message: "Error: 3" }];
  const report = { ...none, passed: 8, failed, skipped: ["a.test.ts > waits", "b.test.ts"] };
  expect(describeTests([report, { ...none, passed: 2 }], true)).toBe(
    "tests: 10 passed, 1 failed, 2 skipped",
  );
  expect(describeTests([report], false)).toBe(
    "tests: 8 passed, 1 failed, 2 not run: they need git, and this folder is not a git checkout",
  );
});

function read(report: unknown) {
  using folder = temporaryFolder("test-report-");
  const file = join(folder.path, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return readTestReport(file);
}

const assertion = { ancestorTitles: [], title: "adds", status: "passed", failureMessages: [] };

test("a report has each failed and skipped test by its file and title", () => {
  const stack = "AssertionError: expected 3\nto be 4\n    at add (add.ts:1:1)\n    at main.ts:2:2";
  const assertionResults = [
    assertion,
    { ...assertion, status: "failed", failureMessages: [stack, "Error: later"] },
    { ...assertion, ancestorTitles: ["sums", ""], title: "of none", status: "skipped" },
    { ...assertion, title: "of all", status: "todo" },
  ];
  const name = join(root, "lib/add.test.ts");
  expect(
    read({ testResults: [{ name, status: "failed", message: "", assertionResults }] }),
  ).toEqual({
    passed: 1,
    repeated: [],
    failed: [{ name: "lib/add.test.ts > adds", message: "AssertionError: expected 3\nto be 4" }],
    skipped: ["lib/add.test.ts > sums > of none", "lib/add.test.ts > of all"],
  });
});

test("a test that failed and then passed is named", () => {
  const assertionResults = [assertion, { ...assertion, failureMessages: ["Error: at first"] }];
  const name = join(root, "lib/add.test.ts");
  expect(
    read({ testResults: [{ name, status: "passed", message: "", assertionResults }] }),
  ).toEqual({ ...none, passed: 2, repeated: ["lib/add.test.ts > adds"] });
});

test("a file that could not be loaded counts as a failed test", () => {
  const name = join(root, "lib/add.test.ts");
  const message = "Cannot find 'add.ts'\nimported from add.test.ts";
  expect(
    read({ testResults: [{ name, status: "failed", message, assertionResults: [] }] }),
  ).toEqual({ ...none, failed: [{ name: "lib/add.test.ts", message }] });
});

test("vitest that ended too early has left no report", () => {
  expect(readTestReport(join(root, "no-such-report.json"))).toEqual(none);
});

test("failed tests are listed with the first and the last lines of their errors", () => {
  const long = Array.from({ length: 50 }, (_, index) => `line ${index + 1}`).join("\n");
  expect(listFailures([{ name: "a.test.ts > adds", message: "Error: 3\nnot 4" }], 10)).toEqual([
    "  failed: a.test.ts > adds",
    "    Error: 3",
    "    not 4",
  ]);
  expect(listFailures([{ name: "a.test.ts > adds", message: long }], 6)).toEqual([
    "  failed: a.test.ts > adds",
    "    line 1",
    "    line 2",
    "    ...",
    "    line 49",
    "    line 50",
  ]);
});

test("many failed tests have a line each, as many as there is room for", () => {
  const failed = ["adds", "subtracts", "divides"].map((name) => ({ name, message: "1\n2\n3" }));
  expect(listFailures(failed, 6)).toEqual([
    "  failed: adds",
    "    1",
    "  failed: subtracts",
    "    1",
    "  failed: divides",
    "    1",
  ]);
  expect(listFailures([...failed, ...failed], 6)).toHaveLength(7);
  expect(listFailures([...failed, ...failed], 6).at(-1)).toBe("  and 3 others");
});
