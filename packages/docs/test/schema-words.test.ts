import type { Contract, Schema } from "@partner-center/spec";
import { expect, test } from "vitest";
import { html, textOf } from "../page/html.ts";
import { referencePages } from "../sources/pages.ts";

/** What the page of a schema says above its sections. */
function lead(schema: Schema): string {
  const contract: Contract = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    components: { schemas: { Thing: schema, Other: {} } },
  };
  const page = referencePages("en", contract).find(({ title }) => title === "Thing");
  return textOf(html`${page?.lead}`);
}

test.each<[string, Schema]>([
  ["string (date)", { type: "string", format: "date" }],
  ["string | null", { type: ["string", "null"] }],
  ["integer | null", { type: "integer", nullable: true }],
  ["(string | null)[]", { type: "array", items: { type: "string", nullable: true } }],
  ["map of Other", { additionalProperties: { $ref: "#/components/schemas/Other" } }],
  ["Other | null", { anyOf: [{ $ref: "#/components/schemas/Other" }, { type: "null" }] }],
  ["Other & object", { allOf: [{ $ref: "#/components/schemas/Other" }, { properties: {} }] }],
  ["Other · read-only", { allOf: [{ $ref: "#/components/schemas/Other" }], readOnly: true }],
  ['"one"', { const: "one" }],
  ["object", { properties: {} }],
  ["any", {}],
])("the type of a schema in a few words: %s", (words, schema) => {
  expect(lead(schema)).toBe(`Definition · ${words}`);
});

test.each<[string, Schema]>([
  ["≥ 1, ≤ 9", { minimum: 1, maximum: 9 }],
  ["> 1, < 9", { exclusiveMinimum: 1, exclusiveMaximum: 9 }],
  ["> 1, ≤ 9", { minimum: 1, exclusiveMinimum: true, maximum: 9 }],
  ["length 2–5, pattern ^a+$", { minLength: 2, maxLength: 5, pattern: "^a+$" }],
  ["number of entries ≤ 3, no duplicates", { maxItems: 3, uniqueItems: true }],
  [
    "number of properties ≥ 1, no other properties",
    { minProperties: 1, additionalProperties: false },
  ],
])("limits: %s", (words, limits) => {
  expect(lead({ ...limits, type: "integer" })).toBe(`Definition · integer Limits: ${words}`);
});

test("defaults and values stand beside the type, also those of entries", () => {
  expect(lead({ type: "boolean", default: false })).toContain("Default: false");
  const items: Schema = { type: "string", enum: ["a", "b"], default: "a" };
  expect(lead({ type: "array", items })).toContain("Each entry: Default: a Values: a, b");
});
