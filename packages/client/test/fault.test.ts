import { expect, it } from "vitest";
import { isOrder, parseObject, readFault } from "../src/fault.ts";

it.each([
  ['{"a":1}', { a: 1 }],
  ["[]", undefined],
  ["null", undefined],
  ["5", undefined],
  ['"a"', undefined],
  ["", undefined],
  ["{", undefined],
  [undefined, undefined],
])("parseObject takes %s for %j", (text, expected) => {
  expect(parseObject(text)).toEqual(expected);
});

it.each([
  [{}, {}],
  [
    { code: 0, description: "d", data: [], source: "s" },
    { code: "0", description: "d", data: [], source: "s" },
  ],
  [{ code: "900420" }, { code: "900420" }],
  [{ statusCode: 429, message: "slow down" }, { description: "slow down" }],
  [{ message: "m", description: "" }, { description: "m" }],
  [{ message: "m", description: "d" }, { description: "d" }],
  [{ data: ["a", 1, null, {}, ["b"]] }, { data: ["a", "1"] }],
  [
    { error: { code: "BadRequest", message: "m", innererror: {} } },
    { code: "BadRequest", description: "m" },
  ],
  [
    { error: { code: 5, description: "d", data: ["a"] } },
    { code: "5", description: "d", data: ["a"] },
  ],
  [{ error: {} }, {}],
  [
    { error: "invalid_token", error_description: "d" },
    { code: "invalid_token", description: "d" },
  ],
  [
    { error: "Forbidden", message: "m" },
    { code: "Forbidden", description: "m" },
  ],
  [{ type: "about:blank", title: "t", status: 400, detail: "d" }, { description: "t: d" }],
  [{ title: "t" }, { description: "t" }],
  [
    { detail: "d", code: 7 },
    { code: "7", description: "d" },
  ],
  [{ code: null, description: {}, data: "text", source: 5 }, { source: "5" }],
])("readFault reads %j", (body, expected) => {
  const absent = { code: undefined, description: undefined, data: undefined, source: undefined };
  expect(readFault(body, (text) => text)).toEqual({ ...absent, ...expected });
});

it.each([
  [{}, false],
  [{ statusCode: 202, message: "m" }, false],
  [{ error: "invalid_token", error_description: "d" }, false],
  [{ code: 400072, description: "d", data: [], source: "s" }, false],
  [{ title: "t", status: 400, detail: "d" }, false],
  [{ totalCount: 1, items: [{ id: "a" }], attributes: { objectType: "Collection" } }, false],
  [{ id: null }, false],
  [{ id: "a" }, true],
  [{ id: 7 }, true],
  [{ Id: "a", LineItems: [] }, true],
  [{ lineItems: [] }, true],
  [{ status: "pending", referenceCustomerId: "c" }, true],
])("isOrder says of %j: %s", (body, expected) => {
  expect(isOrder(body)).toBe(expected);
});
