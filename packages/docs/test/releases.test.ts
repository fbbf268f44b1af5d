import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { earlierVersions, readReleases } from "../site/releases.ts";

/** A folder that goes away with the test. */
function makeFolder(): URL {
  const folder = mkdtempSync(`${tmpdir()}/releases-`);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return pathToFileURL(`${folder}/`);
}

test("earlier releases stand newest first, a release before its candidates", () => {
  const folder = makeFolder();
  const newestFirst = ["2.0.0", "1.10.0", "1.9.0", "1.0.0", "1.0.0-rc.10", "1.0.0-rc.2"];
  for (const version of [...newestFirst].reverse()) mkdirSync(new URL(version, folder));
  expect(earlierVersions(folder)).toEqual(newestFirst);
});

test("so do the parts of the changelog, after what is pending", () => {
  const folder = makeFolder();
  const write = (path: string, text: string) => {
    mkdirSync(new URL(".", new URL(path, folder)), { recursive: true });
    writeFileSync(new URL(path, folder), text);
  };
  write(".changeset/next.md", '---\n"@partner-center/client": minor\n---\n\nMore.\n');
  write(
    "packages/types/CHANGELOG.md",
    "# types\n\n## 1.0.0-rc.1\n\n### Major Changes\n\n- Nearly.\n\n## 1.0.0\n\n### Major Changes\n\n- First.\n",
  );
  write("packages/docs/CHANGELOG.md", "# docs\n\n## 1.10.0\n\n## 1.9.0\n");
  expect(readReleases(folder).map(({ version }) => version)).toEqual([
    undefined,
    "1.10.0",
    "1.9.0",
    "1.0.0",
    "1.0.0-rc.1",
  ]);
});
