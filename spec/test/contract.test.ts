import { expect, test } from "vitest";
import {
  type Contract,
  formatPointer,
  openEnumOf,
  operationsOf,
  parseContract,
  parsePointer,
  referenceName,
  resolve,
  valueAt,
} from "../contract.ts";

const contract: Contract = {
  openapi: "3.1.0",
  info: { title: "Invented", version: "1.0.0" },
  paths: {
    "/a~b/{id}": {
      get: { operationId: "getInvented" },
      delete: { responses: { "204": { description: "Gone." } } },
    },
    "/other": { get: { summary: "Has no operationId." } },
  },
  components: {
    schemas: {
      Alias: { $ref: "#/components/schemas/Named" },
      Named: { type: "string" },
      Circle: { $ref: "#/components/schemas/Circle" },
    },
  },
};

test("a contract in a string is parsed", () => {
  expect(parseContract(JSON.stringify(contract))).toEqual(contract);
});

test.each([
  ["openapi: 3.1.0", /^base\.json is not JSON: /],
  ["[]", /^base\.json is not an OpenAPI 3 description/],
  ['{ "swagger": "2.0", "info": {} }', /^base\.json is not an OpenAPI 3 description/],
])("%s is refused with the name of its source", (text, message) => {
  expect(() => parseContract(text, "base.json")).toThrow(message);
});

test("a reference is followed to its end, any local pointer, and other objects stay", () => {
  const named = contract.components?.schemas?.Named;
  expect(resolve(contract, { $ref: "#/components/schemas/Alias" })).toBe(named);
  expect(resolve(contract, { $ref: "#/paths/~1a~0b~1%7Bid%7D/get" })).toEqual({
    operationId: "getInvented",
  });
  const inline = { type: "number" };
  expect(resolve(contract, inline)).toBe(inline);
});

test.each(["#/components/schemas/Gone", "#/components/schemas/Circle", "#/components/toString"])(
  "the reference %s is an error",
  ($ref) => {
    expect(() => resolve(contract, { $ref })).toThrow(`${$ref} leads nowhere in the contract.`);
  },
);

test("the name of a reference is its last part", () => {
  expect(referenceName({ $ref: "#/components/schemas/Order" })).toBe("Order");
  expect(referenceName({})).toBeUndefined();
});

test("a pointer is parsed and formatted, and percent signs count in fragments alone", () => {
  expect(parsePointer("#/paths/~1a~01/%7Bid%7D")).toEqual(["paths", "/a~1", "{id}"]);
  expect(parsePointer("/50%/x")).toEqual(["50%", "x"]);
  expect(formatPointer(["paths", "/a~1"])).toBe("/paths/~1a~01");
  expect(valueAt({ list: [{ x: 1 }] }, ["list", "0", "x"])).toBe(1);
});

test("operations are listed with their place, and named by it without an operationId", () => {
  expect(operationsOf(contract).map(({ id, method, path }) => [id, method, path])).toEqual([
    ["getInvented", "get", "/a~b/{id}"],
    ["delete /a~b/{id}", "delete", "/a~b/{id}"],
    ["get /other", "get", "/other"],
  ]);
});

test("an enum is open with modelAsString alone", () => {
  const values = { enum: ["a", "b"] };
  const open = { ...values, "x-ms-enum": { name: "Letter", modelAsString: true } };
  expect(openEnumOf(open)).toEqual({ name: "Letter", values: ["a", "b"] });
  expect(openEnumOf({ ...values, "x-ms-enum": { name: "Letter" } })).toBeUndefined();
  expect(openEnumOf(values)).toBeUndefined();
});
