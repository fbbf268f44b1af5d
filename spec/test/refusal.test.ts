import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import {
  describeRefusal,
  operationsOf,
  parseContract,
  readBundle,
  specFolder,
  throwRefusal,
} from "../contract.ts";

const contract = parseContract(readBundle());

/** The file that a refusal names, from the root of the repository. */
const fileOf = (place: string[]) =>
  describeRefusal(place, "problem", "way out").split(" (")[0] ?? "";

test("a refusal is a line with file, place, problem and way out", () => {
  const line =
    'spec/openapi.yaml (/paths/~1invented~1{id}/get): it has a cookie, "a"; make it a header';
  const refusal = [
    ["paths", "/invented/{id}", "get"],
    'it has a cookie, "a"',
    "make it a header",
  ] as const;
  expect(describeRefusal(...refusal)).toBe(line);
  expect(() => throwRefusal(...refusal)).toThrow(line);
});

test("a place in a path is in the file of its URL", () => {
  for (const { path, method } of operationsOf(contract)) {
    const file = fileOf(["paths", path, method, "responses"]);
    expect(file).toMatch(/^spec\/paths\//);
    expect(existsSync(join(dirname(specFolder), file))).toBe(true);
  }
});

test("a place in a component is in the file of that", () => {
  const kinds = Object.entries(contract.components ?? {});
  const named = kinds.flatMap(([kind, group]) => Object.keys(group).map((name) => [kind, name]));
  const files = named.map((names) => fileOf(["components", ...names, "properties"]));
  const there = readdirSync(join(specFolder, "components"), { recursive: true }).map(
    (name) => `spec/components/${String(name).replaceAll("\\", "/")}`,
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !there.includes(file))).toEqual([]);
});

test.each([
  [[]],
  [["info", "title"]],
  [["paths"]],
  [["webhooks", "invented", "post"]],
  [["paths", "/invented", "get"]],
  [["components", "schemas"]],
  [["components", "schemas", "Invented"]],
  [["components", "schemas", "../../openapi"]],
])("a place that has no file of its own is in the contract's first: %j", (place) => {
  expect(fileOf(place)).toBe("spec/openapi.yaml");
});
