import type { Contract, Named, Response, Schema } from "@partner-center/spec";
import { operationsOf, parseContract } from "@partner-center/spec";
import { expect, test } from "vitest";
import { generateClient } from "../../generate/client.ts";
import { generateOperations } from "../../generate/operations.ts";
import { readOperations } from "../../generate/read-operations.ts";

const json = (schema: Schema): Response => ({
  description: "",
  content: { "application/json": { schema } },
});

function bundleOf(paths: Named<Named<Response>>, operationId?: string): string {
  const contract: Contract = {
    openapi: "3.1.0",
    info: { title: "Successes", version: "1" },
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, responses]) => [
        path,
        { get: { operationId: operationId ?? `get${path.slice(1)}`, responses } },
      ]),
    ),
  };
  return JSON.stringify(contract);
}

test("successes without a name that have different types are all successes", () => {
  const pet = { type: "object", properties: { name: { type: "string" } } };
  const bundle = bundleOf({
    "/Pets": { 200: json({ type: "array", items: pet }), 201: json(pet), 202: json({}) },
    "/Pet": { 200: json({ type: "array", items: pet }), 201: json(pet) },
    "/Both": { 200: json(pet), 201: json({ type: "object", properties: { id: {} } }) },
  });
  expect(readOperations(bundle).map(({ success }) => success.shapes)).toEqual([
    [{ name: "GetPetsResponse", checked: "value", properties: [] }],
    [{ name: "GetPetResponse", checked: "array or object", properties: ["name"] }],
    [{ name: "GetBothResponse", checked: "object", properties: ["name", "id"] }],
  ]);
});

test("of two operations with the same id the second is refused and left out", () => {
  const bundle = bundleOf({ "/a": { 200: json({}) }, "/b": { 200: json({}) } }, "getThing");
  expect(operationsOf(parseContract(bundle))).toHaveLength(2);
  const refused: string[] = [];
  const operations = readOperations(bundle, (place) => refused.push(place.join(" ")));
  expect(operations.map(({ path }) => path)).toEqual(["/a"]);
  expect(refused).toEqual(["paths /b get"]);
});

test("an interface without methods imports nothing", () => {
  const bundle = bundleOf({ "/a": { 200: json({}) } }, "no-identifier");
  expect(generateClient(bundle, () => {})).not.toMatch(/^import/m);
});

test("a table in which no success has a body imports nothing that it does not use", () => {
  const table = generateOperations(bundleOf({ "/a": { 204: { description: "" } } }));
  expect(table).toContain('import type { Operation } from "../operation.ts";');
});
