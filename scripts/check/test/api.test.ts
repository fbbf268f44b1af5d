import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeDifference, writeReport } from "../api.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "api-"));
  writeFileSync(join(folder, "package.json"), '{ "name": "trial", "version": "1.0.0" }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(declarations: string): string {
  writeFileSync(join(folder, "index.d.ts"), declarations);
  return writeReport(folder, "trial", "index.d.ts");
}

test("an addition is shown as one, and what stays is not shown", () => {
  const before = "a\nb\nc\nd\n";
  expect(describeDifference("trial.api.md", before, "a\nb\nnew\nc\nd\n")).toBe(
    [
      "The public surface changed:",
      "trial.api.md:3",
      "  + new",
      "If that is meant, run: npm run check -- api --accept, look at the difference and commit it.",
    ].join("\n"),
  );
  const both = describeDifference("trial.api.md", before, "a\nB\nc\n");
  expect(both.split("\n").slice(1, -1)).toEqual([
    "trial.api.md:2",
    "  - b",
    "  + B",
    "trial.api.md:4",
    "  - d",
  ]);
});

test("a change that users see is a difference; words and order are none", {
  timeout: 30_000,
}, () => {
  const before = report("/** One. */ export declare const a: string;\nexport type B = 1;\n");
  expect(report("export type B = 1;\n/** Two. */ export declare const a: string;\n")).toBe(before);

  const after = report("/** One. */ export declare const a: number;\nexport type B = 1;\n");
  const difference = describeDifference("packages/trial/api/trial.api.md", before, after);
  expect(difference).toContain("- export const a: string;");
  expect(difference).toContain("+ export const a: number;");
  expect(difference).toContain("run: npm run check -- api --accept");
});
