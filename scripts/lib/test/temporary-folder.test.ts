import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { startProgram } from "./program.ts";

test("a folder is there until the end of its block", () => {
  let path: string;
  {
    using folder = temporaryFolder("block-");
    path = folder.path;
    expect(path).toContain(join(tmpdir(), "block-"));
    writeFileSync(join(path, "file"), "");
  }
  expect(existsSync(path)).toBe(false);
});

/** Makes a folder with a file in it, prints its path, then does what `end` says. */
const program = (end: string) => `
  import { writeFileSync } from "node:fs";
  import { temporaryFolder } from "LIBtemporary-folder.ts";
  const folder = temporaryFolder("process-");
  writeFileSync(folder.path + "/file", "");
  console.log(folder.path);
  ${end}
`;

test.each([
  ["ends", "", 0],
  ["exits", "process.exit(3);", 3],
  ["throws", "throw new Error();", 1],
])("a folder is removed when its process %s", async (_name, end, code) => {
  using folder = temporaryFolder("program-");
  const result = await startProgram(folder.path, program(end)).ended;
  expect(result.code).toBe(code);
  expect(result.stdout).toContain("process-");
  expect(existsSync(result.stdout.trim())).toBe(false);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("a folder is removed when %s ends its process", async (signal, code) => {
  using folder = temporaryFolder("program-");
  const { child, ended } = startProgram(folder.path, program("setInterval(() => {}, 1000);"));
  await once(child.stdout, "data");
  child.kill(signal);
  const result = await ended;
  expect(result.code).toBe(code);
  expect(existsSync(result.stdout.trim())).toBe(false);
});
