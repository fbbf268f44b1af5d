import { describe, expect, it } from "vitest";
import { operations } from "../src/generated/operations.ts";
import type { Operation } from "../src/operation.ts";
import { isSuccess } from "../src/success.ts";

const accepts = (operation: Operation, body: unknown) =>
  isSuccess(operation, JSON.stringify(body), body);

describe("an order", () => {
  it.each([
    [{}, false],
    [{ statusCode: 202, message: "m" }, false],
    [{ error: "invalid_token", error_description: "d" }, false],
    [{ code: 400072, description: "d", data: [], source: "s" }, false],
    [{ title: "t", status: 400, detail: "d" }, false],
    [{ totalCount: 1, items: [{ id: "a" }], attributes: { objectType: "Collection" } }, false],
    [{ id: null }, false],
    [[], false],
    ["order", false],
    [null, false],
    [{ id: "a" }, true],
    [{ id: 7 }, true],
    [{ Id: "a", LineItems: [] }, true],
    [{ lineItems: [] }, true],
    [{ status: "pending", referenceCustomerId: "c" }, true],
    [{ status: "pending" }, true],
    [{ id: "a", description: "d" }, true],
  ])("%j: %s", (body, expected) => {
    expect(accepts(operations.getOrder, body)).toBe(expected);
  });
});

describe("a body that is like a fault", () => {
  const country: Operation = {
    method: "GET",
    path: "/",
    success: [["object", "a Country", /^(code|description)$/i]],
  };
  it("is a success when the schema knows all of it", () => {
    expect(accepts(country, { code: "PL", description: "Poland" })).toBe(true);
    expect(accepts(country, { code: 1, description: "d", data: [], source: "s" })).toBe(false);
  });

  const map: Operation = { method: "GET", path: "/", success: [["object", "a Map"]] };
  it("is none where any object is a success", () => {
    expect(accepts(map, {})).toBe(true);
    expect(accepts(map, { inventedKey: 5 })).toBe(true);
    expect(accepts(map, { code: 1, description: "d" })).toBe(false);
  });
});

it.each([
  ["array", [], {}],
  ["string", "a", 5],
  ["integer", 5, 5.5],
  ["number", 5.5, "5.5"],
  ["boolean", false, 0],
  ["object or null", null, 0],
])("%s: %j, but not %j", (type, body, other) => {
  const operation: Operation = { method: "GET", path: "/", success: [[type, "a thing"]] };
  expect([accepts(operation, body), accepts(operation, other)]).toEqual([true, false]);
  expect(isSuccess(operation, "", undefined)).toBe(false);
});

it("a body or none, where the contract has both", () => {
  const either: Operation = {
    method: "PUT",
    path: "/",
    success: [
      ["object", "a Thing", /^(name)$/i],
      ["undefined", "empty"],
    ],
  };
  expect(accepts(either, { name: "a" })).toBe(true);
  expect(isSuccess(either, "", undefined)).toBe(true);
  expect(isSuccess(either, "<html>", undefined)).toBe(false);
});

it("without a body in the contract, JSON is ignored that is not a fault", () => {
  const nothing: Operation = { method: "DELETE", path: "/" };
  expect(isSuccess(nothing, "", undefined)).toBe(true);
  expect(accepts(nothing, { done: true })).toBe(true);
  expect(accepts(nothing, { code: 1, description: "d" })).toBe(false);
  expect(isSuccess(nothing, "<html>", undefined)).toBe(false);
});
