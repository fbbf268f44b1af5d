import type { Schema } from "@partner-center/spec";
import { expect, test } from "vitest";
import { contractWith, json, problemsWith, reference, typesOf } from "./generated-types.ts";

const color = (name?: string, values: unknown[] = ["red", "blue"]): Schema => ({
  type: "string",
  enum: values,
  "x-ms-enum": { ...(name === undefined ? {} : { name }), modelAsString: true },
});

test("an inline open enum is exported by its own name, wherever it stands", async () => {
  const contract = contractWith(
    {
      Thing: {
        type: "object",
        properties: {
          color: color("Color"),
          colors: { type: "array", items: color("Color") },
          none: { ...color("Color"), nullable: true },
          either: { ...color("Color", ["red", "blue", null]), type: ["string", "null"] },
        },
        additionalProperties: true,
      },
    },
    [
      {
        operationId: "listThings",
        parameters: [{ name: "shape", in: "query", schema: color("shape-kind", ["round"]) }],
        responses: { "200": json({ type: "object", additionalProperties: color("Color") }) },
      },
    ],
  );
  const { source, refusals } = await typesOf(contract);
  expect(refusals).toEqual([]);
  expect(source).toContain(`/** A {@link KnownColor}, or another value that the service sends. */
export type Color = KnownColor | (string & {});`);
  expect(source).toContain("color?: Color;");
  const use = `declare const thing: Thing;
if (isKnownColor(thing.color)) take<"red" | "blue">(thing.color);
take<Color[] | undefined>(thing.colors);
take<Thing>({ color: "green", none: null, either: null });
take<readonly KnownShapeKind[]>(shapeKindValues);
take<ListThingsParams>({ query: { shape: "square" } });
take<ListThingsResponse>({ a: "red", b: "green" });
// @ts-expect-error
take<Thing>({ color: null });
// @ts-expect-error
take<KnownColor>("green");`;
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("an open enum of numbers takes any number", async () => {
  const contract = contractWith({
    Level: { type: "integer", enum: [1, 2], "x-ms-enum": { name: "Level", modelAsString: true } },
    Untyped: { enum: ["a", 1, null], "x-ms-enum": { name: "Untyped", modelAsString: true } },
  });
  expect((await typesOf(contract)).source).toContain("export type KnownLevel = 1 | 2;");
  const use = `take<Level>(3); take<KnownLevel>(levelValues[0] ?? 1); take<Untyped>(null); take<Untyped>("b");
// @ts-expect-error
take<Level>("1");`;
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("a schema whose enum has another name, or none, keeps its own", async () => {
  const contract = contractWith({
    "order.status": color("State"),
    Shade: color(),
    Other: { type: "object", properties: { inline: color() } },
  });
  const { source, refusals } = await typesOf(contract);
  expect(refusals).toEqual([]);
  expect(source).toContain("export type OrderStatus = KnownState | (string & {});");
  expect(source).toContain("export type Shade = KnownShade | (string & {});");
  const use = 'take<Other>({ inline: "green" }); take<State>("red"); take<KnownShade>("blue");';
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("a closed enum is what it lists, of any type", async () => {
  const values = ["a", -1, 0.5, true, null, ["b"], { c: 1 }, {}];
  const contract = contractWith({ Mixed: { enum: values }, Fixed: { const: { a: [1] } } });
  const use = `${values.map((value) => `take<Mixed>(${JSON.stringify(value)});`).join("\n")}
take<Fixed>({ a: [1] });
// @ts-expect-error
take<Mixed>("b");`;
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("an open enum that lacks a free name is refused, and its values stay", async () => {
  const contract = contractWith({
    Thing: {
      type: "object",
      properties: {
        first: color("Color"),
        again: color("Color", ["blue", "red"]),
        other: color("Color", ["green"]),
        thing: color("Thing"),
        known: color("Known"),
        nameless: color("---"),
      },
    },
    KnownKnown: { type: "string" },
  });
  expect((await typesOf(contract)).refusals).toEqual([
    'components/schemas/Thing/properties/other: the open enum "Color" needs the name Color, which another has',
    'components/schemas/Thing/properties/thing: the open enum "Thing" needs the name Thing, which another has',
    'components/schemas/Thing/properties/known: the open enum "Known" needs the name KnownKnown, which another has',
    'components/schemas/Thing/properties/nameless: no type can be named after the enum "---"',
  ]);
  const use = 'take<Thing>({ other: "green", thing: "x", known: "x", nameless: "x", again: "y" });';
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("names that TypeScript or this package has are mapped", async () => {
  const names = [
    "paths",
    "operations",
    "components",
    "string",
    "class",
    "await",
    "404",
    "a-b",
    "Record",
  ];
  const own = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };
  const contract = contractWith(
    Object.fromEntries([
      ...names.map((name) => [name, own]),
      ["Omit", own],
      ["Array", { type: "object", additionalProperties: reference("a-b") }],
      ["User", { type: "array", items: reference("404") }],
    ]),
  );
  const types = [
    "Paths",
    "Operations",
    "Components",
    "String",
    "Class",
    "Await",
    "_404",
    "AB",
    "Record",
  ];
  expect((await typesOf(contract)).refusals).toEqual([]);
  const use = `${types.map((type) => `take<${type}>({ a: "" });`).join("\n")}
take<User>([{ a: "" }]);
// @ts-expect-error
take<User>([{}]);`;
  expect(await problemsWith(contract, use)).toEqual([]);
});
