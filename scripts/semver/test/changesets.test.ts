import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, onTestFinished, test } from "vitest";
import { findStrangers } from "../pending.ts";

function makeCheckout(files: Record<string, string>): string {
  const folder = temporaryFolder("changesets-");
  onTestFinished(() => folder[Symbol.dispose]());
  const manifest = (name: string) => JSON.stringify({ name: `@partner-center/${name}` });
  const all = {
    "packages/types/package.json": manifest("types"),
    "packages/docs/package.json": manifest("docs"),
    "packages/inside/package.json": JSON.stringify({ name: "inside", private: true }),
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    const file = join(folder.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder.path;
}

test("a changeset for a package that nobody publishes is found, with its file and line", async () => {
  const folder = makeCheckout({
    ".changeset/good.md": '---\n"@partner-center/types": minor\n---\n\nMore.\n',
    ".changeset/wrong.md":
      '---\n"@partner-center/docs": patch\n"@partner-center/invented-typo": minor\n---\n\nx\n',
    ".changeset/inner.md": "---\ninside: minor\n---\n\nx\n",
  });
  expect(await findStrangers(folder)).toEqual([
    { name: "inside", file: ".changeset/inner.md", line: 2 },
    { name: "@partner-center/invented-typo", file: ".changeset/wrong.md", line: 3 },
  ]);
});
