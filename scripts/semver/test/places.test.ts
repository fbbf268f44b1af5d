import { parseContract } from "@partner-center/spec";
import { expect, test } from "vitest";
import { resolvePlace } from "../places.ts";

const ref = (pointer: string) => ({ $ref: `#/components/schemas/${pointer}` });

function resolveIn(schemas: object, ...path: string[]): string {
  const info = { title: "Invented", version: "1.0.0" };
  const contract = parseContract(
    JSON.stringify({ openapi: "3.1.0", info, components: { schemas } }),
  );
  return resolvePlace(contract, ["components", "schemas", ...path])
    .slice(2)
    .join("/");
}

test("a place is found through references, also in the pointer of another", () => {
  const schemas = {
    A: ref("B/properties/b"),
    B: ref("C"),
    C: { properties: { b: ref("B/properties/c"), c: { properties: {} } } },
  };
  expect(resolveIn(schemas, "A", "properties", "d")).toBe("C/properties/c/properties/d");
});

test.each([
  ["each other", { A: ref("B"), B: ref("A") }],
  ["themselves", { A: ref("A"), B: {} }],
  ["what is in them", { A: ref("A/properties/b"), B: {} }],
])("references that lead to %s end somewhere", (_title, schemas) => {
  expect(resolveIn(schemas, "A", "properties", "b")).toMatch(/^[AB]/);
});
