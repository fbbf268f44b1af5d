import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TemporaryFolder, temporaryFolder } from "@partner-center/lib/temporary-folder";
import { afterEach, beforeEach, expect, test } from "vitest";
import { specFolder } from "../contract.ts";
import { lintFiles } from "../lint.ts";

const parts = [
  "openapi.yaml",
  "redocly.yaml",
  "paths",
  "components",
  "rules",
  "subschemas.ts",
  "workflows",
];

let root: TemporaryFolder;
beforeEach(() => {
  root = temporaryFolder("lint-");
  for (const part of parts) {
    cpSync(join(specFolder, part), join(root.path, "spec", part), { recursive: true });
  }
});
afterEach(() => root[Symbol.dispose]());

function edit(file: string, change: (text: string) => string): void {
  const path = join(root.path, "spec", file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

const lint = () => lintFiles({ folder: join(root.path, "spec") });

test("a contract that keeps its rules has no findings", async () => {
  expect(await lint()).toBe("");
});

test("a wrong $ref is one cause, whatever else fails because of it", async () => {
  edit("components/schemas/Order.yaml", (text) => text.replace("OrderLineItem.yaml", "Lines.yaml"));
  const lines = (await lint()).split("\n");
  expect(lines).toEqual([
    expect.stringMatching(/^\d\d findings with 1 cause$/),
    "",
    expect.stringMatching(/^The reason for \d\d other findings:$/),
    "There is no file spec/components/schemas/Lines.yaml. (no-unresolved-refs)",
    expect.stringMatching(/^ {2}spec\/components\/schemas\/Order\.yaml:\d+:7$/),
    expect.stringMatching(/^ {4}\d+ \| +\$ref: Lines\.yaml$/),
  ]);
});

test("a duplicate key is one cause, and comes after what is unrelated", async () => {
  edit("components/schemas/Order.yaml", (text) => `type: object\n${text}`);
  edit("components/schemas/Pricing.yaml", (text) => text.replace(/^description:/m, "desription:"));
  const blocks = (await lint()).split("\n\n");
  expect(blocks.at(-1)?.split("\n")).toEqual([
    expect.stringMatching(/^The reason for \d+ other findings:$/),
    "duplicated mapping key (no-unresolved-refs)",
    expect.stringMatching(/^ {2}spec\/components\/schemas\/Order\.yaml:\d+:1$/),
    expect.stringMatching(/^ {4}\d+ \| type: object$/),
  ]);
});

test("a contract that is not YAML is named with the line", async () => {
  edit("openapi.yaml", (text) => `openapi: 3.1.0\n${text}`);
  expect(await lint()).toBe(
    "1 finding\n\nduplicated mapping key (parser)\n  spec/openapi.yaml:2:1\n    2 | openapi: 3.1.0",
  );
});

test("one rule that is broken in many places is one cause with its places", async () => {
  edit("components/schemas/KeyValuePair.yaml", (text) =>
    text.replaceAll(/^( *)description: .*\n/gm, ""),
  );
  const findings = await lint();
  expect(findings.match(/Describe this in a sentence/g)).toHaveLength(1);
  expect(findings.match(/KeyValuePair\.yaml:\d+:\d+/g)).toHaveLength(3);
  expect(findings).not.toMatch(/ignore|\/tmp\//);
});
