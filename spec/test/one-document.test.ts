import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { readAnyContract } from "../any-contract.ts";
import { hasUniqueKeys, inOrder, isOneDocument } from "../one-document.ts";
import { redocly } from "../redocly.ts";

const folder = join(import.meta.dirname, "contracts");
const files = readdirSync(folder).map((name) => join(folder, name));

function write(name: string, text: string): string {
  const folder = temporaryFolder("one-document-");
  onTestFinished(() => folder[Symbol.dispose]());
  const file = join(folder.path, name);
  writeFileSync(file, text);
  return file;
}

test.each(files)("redocly leaves a document as it is when it is one: %s", async (file) => {
  const { components, ...others }: Record<string, unknown> = parse(readFileSync(file, "utf8"));
  const document = { components, ...others };
  expect(isOneDocument(document)).toBe(true);
  const written = write("openapi.json", JSON.stringify(document));
  const bundled = await redocly.print("bundle", written, "--ext=json");
  expect(JSON.stringify(inOrder(document))).toBe(JSON.stringify(JSON.parse(bundled)));
});

const thing = { type: "object" };
const components = { schemas: { Thing: thing } };

test.each([
  ["without components", {}],
  ["that refers to another file", { components, a: [{ $ref: "thing.yaml" }] }],
  ["that refers to a part of itself that is missing", { components, a: { $ref: "#/b" } }],
  ["that refers to a reference", { components, a: { $ref: "#/b" }, b: { $ref: "#/components" } }],
  ["with a discriminator by file", { components, a: { mapping: { one: "thing.yaml" } } }],
  ["with a merge key of YAML", { components, a: { "<<": thing } }],
  ["with an example elsewhere", { components, a: { externalValue: "thing.json" } }],
])("redocly bundles a document %s", (_, document) => {
  expect(isOneDocument(document)).toBe(false);
});

test("a key that stands twice in an object of JSON is seen", () => {
  const once = String.raw`{"a": {"b": "\"b\": 1"}, "b" : [{"b": ":"}, "c"]}`;
  expect(hasUniqueKeys(once, JSON.parse(once))).toBe(true);
  const twice = '{"a": {"b": 1, "c": 2, "b": 3}}';
  expect(hasUniqueKeys(twice, JSON.parse(twice))).toBe(false);
});

test("a contract in which a key stands twice is refused with the line", async () => {
  const text = `{"openapi": "3.1.0", "info": {"title": "a", "version": "1"}, "components": {},
    "paths": {"/a": {}, "/b": {},
      "/a": {}}}`;
  const refused = readAnyContract(write("openapi.json", text), "mine.json");
  await expect(refused).rejects.toThrow(/^mine\.json:3:7 .*unique/);
});
