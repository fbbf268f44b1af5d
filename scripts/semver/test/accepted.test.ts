import { readFileSync } from "node:fs";
import type { JsonObject } from "@partner-center/spec";
import { expect, test } from "vitest";
import { accept, parseAccepted } from "../accepted.ts";
import { compareContracts } from "../compare.ts";
import { describeForUpgrade } from "../upgrade-notes.ts";

const text = readFileSync(new URL("../../../spec/dist/openapi.json", import.meta.url), "utf8");

/** The bundle with a request's parameter of these values. */
function withValues(values: string[]) {
  const contract: JsonObject = JSON.parse(text);
  const [operation] = Object.values(contract.paths ?? {}).flatMap(Object.values);
  operation.parameters.push({
    name: "inventedKind",
    in: "query",
    schema: { type: "string", enum: values },
  });
  return { name: "contract", text: JSON.stringify(contract) };
}

const { changes } = await compareContracts(
  {
    base: withValues(["invented_a", "invented_b", "invented_c"]),
    revision: withValues(["invented_a"]),
  },
  { isOurs: true },
);
const [first] = changes;
const dates = { reason: "nobody sends it", expires: "2030-01-01" };

test("a changelog lists every value", () => {
  const values = ["invented_b", "invented_c"];
  const text = describeForUpgrade(changes);
  for (const value of values) expect(text).toMatch(new RegExp(`^- \\*\\*Breaking:.*${value}`, "m"));
});

test("to accept the removal of one value of an enum is not to accept that of all", () => {
  expect(changes.map(({ bump, value }) => [bump, value])).toEqual([
    ["major", "invented_b"],
    ["major", "invented_c"],
  ]);
  const record = { rule: "known-value-removed", place: first?.place ?? "", value: "invented_b" };
  const { changes: weighed, unused } = accept(changes, [{ ...record, ...dates }], "2029-01-01");
  expect(weighed.map(({ bump, accepted }) => [bump, accepted])).toEqual([
    ["minor", "nobody sends it"],
    ["major", undefined],
  ]);
  expect(unused).toEqual([]);
});

test("a record for another rule, place or value, or for no value, accepts nothing", () => {
  const { rule = "", place = "", value } = first ?? {};
  for (const record of [
    { rule: "retyped", place, value },
    { rule, place: "/components/schemas/Order", value },
    { rule, place, value: "invented_other" },
    { rule, place },
  ]) {
    const accepted = { ...record, ...dates };
    expect(accept(changes, [accepted], "2029-01-01")).toEqual({
      changes,
      expired: [],
      unused: [accepted],
    });
  }
});

test("the last day counts, the next one does not", () => {
  const { rule = "", place = "", value } = first ?? {};
  const record = { rule, place, value, ...dates };
  expect(accept(changes, [record], dates.expires).changes[0]?.bump).toBe("minor");
  const later = accept(changes, [record], "2030-01-02");
  expect(later).toEqual({ changes, expired: [record], unused: [] });
});

test.each([
  ["an id of earlier versions", { id: "member-removed:/components/schemas/Order", ...dates }],
  ["no reason", { rule: "retyped", place: "/paths", expires: "2030-01-01" }],
  ["no day", { rule: "retyped", place: "/paths", reason: "x", expires: "soon" }],
  ["a rule that policy.md lacks", { rule: "invented-rule", place: "/paths", ...dates }],
])("a record with %s is refused, and named", (_, record) => {
  expect(() => parseAccepted(JSON.stringify([record]))).toThrow(JSON.stringify(record));
});
