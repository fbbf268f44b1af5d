import { expect, test } from "vitest";
import {
  type Contract,
  exportedNameOf,
  type Operation,
  operationTypeNames,
  type Refuse,
  type Schema,
  schemaTypeNames,
} from "../contract.ts";

/** A contract with the given schemas and operations, which are posts. */
function contractWith(schemas: string[], operations: Operation[] = []): Contract {
  return {
    openapi: "3.1.0",
    info: { title: "Invented", version: "1.0.0" },
    paths: Object.fromEntries(operations.map((post, index) => [`/invented${index}`, { post }])),
    components: { schemas: Object.fromEntries(schemas.map((name) => [name, {}])) },
  };
}

/** Names as an object, and refusals as sentences. */
function namesOf(contract: Contract, names = schemaTypeNames) {
  const refusals: string[] = [];
  const refuse: Refuse = (place, problem) => refusals.push(`${place.at(-1)}: ${problem}`);
  return { names: Object.fromEntries(names(contract, refuse)), refusals };
}

const json = (schema: Schema) => ({ content: { "application/json": { schema } } });
const invented = { $ref: "#/components/schemas/CreateInventedResponse" };

test.each([
  ["Order", "Order"],
  ["order", "order"],
  ["Line_Item", "Line_Item"],
  ["$meta", "$meta"],
  ["Zamówienie", "Zamówienie"],
  ["Error", "Error"],
  ["Record", "Record"],
  ["usage.event", "UsageEvent"],
  ["Page«Order»", "PageOrder"],
  ["paths", "Paths"],
  ["specVersion", "SpecVersion"],
  ["string", "String"],
  ["default", "Default"],
  ["3d-secure", "_3dSecure"],
  ["404", "_404"],
  ["-.-", undefined],
])("%j is exported as %s", (name, exported) => {
  expect(exportedNameOf(name)).toBe(exported);
});

test("schemas keep the contract's order", () => {
  expect([...schemaTypeNames(contractWith(["usage.event", "Order"]))]).toEqual([
    ["usage.event", "UsageEvent"],
    ["Order", "Order"],
  ]);
});

test("of two schemas with one type, the one that is called so keeps it, wherever it stands", () => {
  const refusals = ['line-item: its type would be LineItem, like that of "LineItem"'];
  expect(namesOf(contractWith(["line-item", "LineItem"]))).toEqual({
    names: { LineItem: "LineItem" },
    refusals,
  });
  expect(namesOf(contractWith(["line.item", "line-item", "Paths"]))).toEqual({
    names: { "line.item": "LineItem", Paths: "Paths" },
    refusals: ['line-item: its type would be LineItem, like that of "line.item"'],
  });
});

test("without a listener, a refusal ends with file, problem and way out", () => {
  expect(() => schemaTypeNames(contractWith(["line.item", "line-item"]))).toThrow(
    "spec/openapi.yaml (/components/schemas/line-item): " +
      'its type would be LineItem, like that of "line.item"; rename one of the two',
  );
  expect(() => schemaTypeNames(contractWith(["-"]))).toThrow("rename the schema");
});

test("a schema that is an operation's only body may be called like it", () => {
  const operationId = "createInvented";
  const names = { CreateInventedResponse: "CreateInventedResponse" };
  const contract = contractWith(Object.keys(names), [
    { operationId, responses: { "201": json(invented), "2XX": json(invented) } },
  ]);
  expect(namesOf(contract)).toEqual({ names, refusals: [] });
});

test.each<[string, Operation["responses"]]>([
  ["another body", { "200": json({ type: "string" }) }],
  ["no body", {}],
  ["a second success", { "200": json(invented), "204": {} }],
  ["a list of it", { "200": json({ type: "array", items: invented }) }],
])("a schema called like an operation's type is refused beside %s", (_what, responses = {}) => {
  const contract = contractWith(
    ["CreateInventedResponse"],
    [{ operationId: "create-invented", responses }],
  );
  expect(namesOf(contract)).toEqual({
    names: {},
    refusals: [
      "CreateInventedResponse: CreateInventedResponse is a type of the operation create-invented, " +
        "and another one",
    ],
  });
});

test("bodies of requests and errors are compared too, parameters are never a schema", () => {
  const body = { $ref: "#/components/schemas/InventedBody" };
  const error = { $ref: "#/components/schemas/InventedError" };
  const contract = contractWith(
    ["InventedBody", "InventedError", "InventedParams"],
    [{ operationId: "invented", requestBody: json(body), responses: { default: json(error) } }],
  );
  // `default` is the success as well, when the contract lists none.
  expect(namesOf(contract).names).toEqual({
    InventedBody: "InventedBody",
    InventedError: "InventedError",
  });
});

test("an operation's types are named after its operationId, or its method and path", () => {
  const contract = contractWith([], [{ operationId: "get-invented" }, {}, { operationId: "1st" }]);
  expect(namesOf(contract, operationTypeNames)).toEqual({
    names: { "get-invented": "GetInvented", "post /invented1": "PostInvented1", "1st": "_1st" },
    refusals: [],
  });
});

test("of two operations with one name, and of one without letters, the types are refused", () => {
  const ids = ["getInvented", "get-invented", "-"];
  const contract = contractWith(
    [],
    ids.map((operationId) => ({ operationId })),
  );
  expect(namesOf(contract, operationTypeNames)).toEqual({
    names: { getInvented: "GetInvented" },
    refusals: [
      'post: the types of "get-invented" would be called GetInvented…, like those of "getInvented"',
      'post: no type can be named after "-"',
    ],
  });
});

test("a schema that is added renames no other", () => {
  const before = ["Order", "usage.event", "line-item", "404"];
  const names = namesOf(contractWith(before)).names;
  for (const added of ["Usage", "_404x", "Event", "LineItem2", "Paths", "KnownOrder", "paths"]) {
    expect(namesOf(contractWith([added, ...before])).names).toMatchObject(names);
  }
});
