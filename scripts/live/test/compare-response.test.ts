import { parseContract, type Response, readBundle } from "@partner-center/spec";
import { expect, test } from "vitest";
import { createComparison } from "../compare-response.ts";

const contract = parseContract(readBundle());
const exchange = { method: "GET", sent: {}, status: 200, headers: new Headers(), body: "" };

const response = (name: string): Response => ({
  description: "Invented.",
  headers: { [name]: { description: "Invented.", schema: { type: "string" } } },
});
const compare = createComparison({
  ...contract,
  paths: {
    "/invented/{id}": {
      patch: { operationId: "change", responses: { "200": response("of-patch") } },
      get: { operationId: "get", responses: { "200": response("of-get") } },
    },
    "/invented/latest": { get: { responses: { "200": response("of-latest") } } },
    "/invented.{id}": { get: { responses: { "204": { description: "Empty." } } } },
  },
});

test.each([
  ["GET", "/invented/one?more=1", "of-get"],
  ["PATCH", "/invented/one", "of-patch"],
  ["GET", "/invented/latest", "of-latest"],
])("a response to %s %s is compared with that operation", (method, path, name) => {
  expect(compare({ ...exchange, method, path })).toEqual([`header ${name} is missing`]);
});

test("a call that the contract does not have is a deviation", () => {
  const deviations = ["the call is not in the contract"];
  expect(compare({ ...exchange, path: "/invented/one/more" })).toEqual(deviations);
  expect(compare({ ...exchange, path: "/inventedX1" })).toEqual(deviations);
});

test("a body may be empty where the contract has none", () => {
  expect(compare({ ...exchange, path: "/invented.one", status: 204 })).toEqual([]);
});
