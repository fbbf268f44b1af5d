import { expect, it } from "vitest";
import { parseJson, readFault } from "../src/fault.ts";

it.each([
  ['{"a":1}', { a: 1 }],
  ["[]", []],
  ["null", null],
  ["5", 5],
  ['"a"', "a"],
  ["", undefined],
  ["{", undefined],
  [undefined, undefined],
])("parseJson takes %s for %j", (text, expected) => {
  expect(parseJson(text)).toEqual(expected);
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
  [[{ code: 5 }], {}],
  [null, {}],
  [undefined, {}],
  ["text", {}],
])("readFault reads %j", (body, expected) => {
  const absent = { code: undefined, description: undefined, data: undefined, source: undefined };
  expect(readFault(body, (text) => text)).toEqual({ ...absent, ...expected });
});
