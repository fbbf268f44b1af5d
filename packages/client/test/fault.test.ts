import { expect, it } from "vitest";
import { parseObject, readFault } from "../src/fault.ts";

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
  [{ code: null, description: {}, data: "text", source: 5 }, { source: "5" }],
])("readFault reads %j", (body, expected) => {
  const absent = { code: undefined, description: undefined, data: undefined, source: undefined };
  expect(readFault(body, (text) => text)).toEqual({ ...absent, ...expected });
});
