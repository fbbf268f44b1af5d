import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { describeDifference, writeReport } from "../api.ts";

function report(declarations: string): string {
  using folder = temporaryFolder("api-");
  writeFileSync(join(folder.path, "package.json"), '{ "name": "trial", "version": "1.0.0" }');
  writeFileSync(join(folder.path, "index.d.ts"), declarations);
  return writeReport(folder.path, "trial", "index.d.ts");
}

test("the difference names the lines that were added or removed, and no others", () => {
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

test("a type that changes is a difference; comments and order are not", () => {
  const b = "/** B. */ export type B = 1;\n";
  const before = report(`/** One. */ export declare const a: string;\n${b}`);
  expect(report(`${b}/** Two. */ export declare const a: string;\n`)).toBe(before);

  const after = report(`/** One. */ export declare const a: number;\n${b}`);
  const difference = describeDifference("packages/trial/api/trial.api.md", before, after);
  expect(difference).toContain("- export const a: string;");
  expect(difference).toContain("+ export const a: number;");
});

test("a name or property without a comment is an error that names its place", () => {
  const thing = "/** A thing. */ export interface Thing {\n  size: number;\n}\n";
  expect(() => report(thing)).toThrow(
    /index\.d\.ts:2:3 - \(ae-undocumented\) Missing documentation for "size"/,
  );
  expect(() => report("export declare const a: string;")).toThrow('documentation for "a"');
});
