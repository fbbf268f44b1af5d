import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { bundlePath } from "@partner-center/spec";
import { expect, test } from "vitest";
import { measureStep } from "../step.ts";

const semver = join(import.meta.dirname, "../../semver/semver.ts");

test("a step runs in its folder, also below npm, and leaves nothing there", async () => {
  using folder = temporaryFolder("step-");
  for (const name of ["a.json", "b.json"]) copyFileSync(bundlePath, join(folder.path, name));
  const line = `node ${semver} --base a.json --revision b.json`;
  const { failure, seconds, peakBytes } = await measureStep(line, folder.path);
  expect(failure).toBeUndefined();
  expect(seconds).toBeGreaterThan(0);
  expect(peakBytes).toBeGreaterThan(30e6);
  expect(readdirSync(folder.path).sort()).toEqual(["a.json", "b.json"]);
});

test("a step that fails says why", async () => {
  using folder = temporaryFolder("step-");
  const { failure } = await measureStep("node nowhere.ts", folder.path);
  expect(failure).toContain("nowhere.ts");
});
