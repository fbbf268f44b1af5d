import type { Schema } from "@partner-center/spec";
import { expect, test } from "vitest";
import { contractOf, loadBodies } from "../generate/grown-bodies.ts";

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const text: Schema = { type: "string" };

/** What is said of each value: violations, then notices in brackets. */
async function say(schemas: Record<string, Schema>, values: unknown[], openapi?: string) {
  const { inspect } = await loadBodies(contractOf(schemas, openapi));
  return values.map((value) => {
    const { violations, notices } = inspect("Thing", value);
    const write = ({ pointer, message }: { pointer: string; message: string }) =>
      `${pointer} ${message}`.trim();
    return [...violations.map(write), ...notices.map((notice) => `(${write(notice)})`)];
  });
}

test.each<[string, Schema, unknown, string]>([
  ["required", { required: ["id"] }, {}, 'must have the property "id"'],
  [
    "dependentRequired",
    { dependentRequired: { a: ["b"] } },
    { a: 1 },
    'must have the property "b" beside "a"',
  ],
  ["const", { const: "x" }, "secret", 'must be "x"'],
  ["enum", { enum: ["x", 2, null] }, "secret", 'must be "x" or 2 or null'],
  ["a list of types", { type: ["string", "null"] }, 1, "must be string or null"],
  ["minLength", { minLength: 3 }, "🙂🙂", "must keep minLength 3"],
  ["pattern", { pattern: "^[a-z]+$" }, "SECRET", 'must keep pattern "^[a-z]+$"'],
  ["exclusiveMinimum", { exclusiveMinimum: 3 }, 3, "must keep exclusiveMinimum 3"],
  ["multipleOf", { multipleOf: 0.5 }, 0.7, "must keep multipleOf 0.5"],
  ["uniqueItems", { uniqueItems: true }, [{ a: 1 }, { a: 1 }], "must not repeat an item"],
  ["not", { not: { type: "string" } }, "secret", "must not match what the contract excludes"],
  [
    "a false schema",
    { properties: { a: false as unknown as Schema } },
    { a: 1 },
    "/a must be absent",
  ],
  [
    "contains",
    { contains: { const: 1 } },
    [2, 3],
    "must contain the items that the contract asks for",
  ],
  [
    "propertyNames",
    { propertyNames: { pattern: "^[a-z]+$" } },
    { "A/B": 1 },
    "/A~1B has a name that the contract does not allow",
  ],
  ["patternProperties", { patternProperties: { "^a": text } }, { ab: 1 }, "/ab must be string"],
  ["prefixItems", { prefixItems: [text] }, [1], "/0 must be string"],
  [
    "if and then",
    JSON.parse('{ "if": { "required": ["a"] }, "then": { "required": ["b"] } }'),
    { a: 1 },
    'must have the property "b"',
  ],
  [
    "dependentSchemas",
    { dependentSchemas: { a: { required: ["b"] } } },
    { a: 1 },
    'must have the property "b"',
  ],
  ["additionalProperties", { additionalProperties: text }, { a: 1 }, "/a must be string"],
])("%s is compared, and its message holds no value", async (_keyword, schema, value, message) => {
  expect(await say({ Thing: schema }, [value])).toEqual([[message]]);
});

test("contains finds its item after any number of others", async () => {
  const schema: Schema = { contains: { const: 1 }, items: { type: "integer" } };
  const values = [...new Array(500).fill(2), 1];
  expect(await say({ Thing: schema }, [values])).toEqual([[]]);
});

test("null is a value in OpenAPI 3.0 where the schema is nullable", async () => {
  const Thing: Schema = {
    type: "object",
    properties: {
      a: { type: "string", nullable: true },
      b: { allOf: [ref("Other")], nullable: true },
      c: { type: "string", enum: ["x"], nullable: true },
      d: text,
    },
    required: ["a"],
  };
  const Other: Schema = { type: "object", properties: { e: text } };
  const values = [
    { a: null, b: null, c: null, d: null },
    { a: 1, b: { e: 2, f: 3 }, c: "y" },
  ];
  expect(await say({ Thing, Other }, values, "3.0.3")).toEqual([
    ["(/d is null)"],
    ["/a must be string", "/b/e must be string", '/c must be "x"', "(/b/f is not in the contract)"],
  ]);
});

test("exclusiveMinimum is a flag in OpenAPI 3.0", async () => {
  const Thing: Schema = { type: "number", minimum: 1, exclusiveMinimum: true };
  expect(await say({ Thing }, [1, 2], "3.0.3")).toEqual([["must keep exclusiveMinimum 1"], []]);
});

test("a required property must not be null, whichever part requires it", async () => {
  const Base: Schema = { type: "object", properties: { id: text, name: text } };
  const Thing: Schema = { allOf: [ref("Base"), { required: ["id"] }] };
  expect(await say({ Base, Thing }, [{ id: null, name: null }])).toEqual([
    ["/id must not be null", "(/name is null)"],
  ]);
  const own: Schema = { ...Base, required: ["id"] };
  expect(await say({ Thing: own }, [{ id: null }])).toEqual([["/id must be string"]]);
});

test("a response may lack a required property that is only written", async () => {
  const Thing: Schema = {
    type: "object",
    required: ["id", "password"],
    properties: { id: { ...text, readOnly: true }, password: { ...text, writeOnly: true } },
  };
  expect(await say({ Thing }, [{ id: "a" }, {}])).toEqual([[], ['must have the property "id"']]);
});

test("a property that any part knows is known", async () => {
  const Base: Schema = { type: "object", properties: { id: text }, additionalProperties: false };
  const Part: Schema = { allOf: [ref("Base"), { properties: { a: text } }] };
  const Thing: Schema = {
    properties: { own: text },
    allOf: [ref("Part"), { properties: { b: text } }],
  };
  const schemas = { Base, Part, Thing };
  expect(await say(schemas, [{ id: "1", a: "2", b: "3", own: "4" }])).toEqual([[]]);
  expect(await say(schemas, [{ id: 1, c: 2 }])).toEqual([
    ["/id must be string", "(/c is not in the contract)"],
  ]);
  expect(await say({ Thing: Base }, [{ c: 2 }])).toEqual([["(/c is not in the contract)"]]);
  const open: Schema = { allOf: [ref("Base"), { additionalProperties: true }] };
  expect(await say({ Base, Thing: open }, [{ c: 2 }])).toEqual([[]]);
});

test("only the branches that a value fits have a say", async () => {
  const Cat: Schema = {
    type: "object",
    required: ["meow"],
    properties: { meow: text, age: { type: "integer" } },
  };
  const Dog: Schema = { type: "object", required: ["bark"], properties: { bark: text } };
  for (const keyword of ["oneOf", "anyOf"] as const) {
    const Thing: Schema = { [keyword]: [ref("Cat"), ref("Dog")] };
    const values = [
      { meow: "a" },
      { bark: "a", woof: 1 },
      { meow: "a", age: null },
      7,
      {},
      { meow: "a", age: "b" },
    ];
    expect(await say({ Cat, Dog, Thing }, values)).toEqual([
      [],
      ["(/woof is not in the contract)"],
      ["(/age is null)"],
      ["must match Cat or Dog"],
      ["must match Cat or Dog"],
      ["/age must be integer"],
    ]);
  }
  const both = { meow: "a", bark: "b" };
  expect(await say({ Cat, Dog, Thing: { anyOf: [ref("Cat"), ref("Dog")] } }, [both])).toEqual([[]]);
  expect(await say({ Cat, Dog, Thing: { oneOf: [ref("Cat"), ref("Dog")] } }, [both])).toEqual([
    ["must match only one of Cat, Dog"],
  ]);
});

test("what is tolerated makes no second branch fit", async () => {
  const closed = (name: string): Schema => ({
    type: "object",
    properties: { [name]: text },
    additionalProperties: false,
  });
  const Thing: Schema = { oneOf: [closed("a"), closed("b")] };
  expect(await say({ Thing }, [{ a: "x" }, { a: "x", c: 1 }])).toEqual([
    [],
    ["(/c is not in the contract)"],
  ]);
  const around: Schema = { properties: { own: text }, oneOf: [closed("a"), closed("b")] };
  expect(await say({ Thing: around }, [{ own: "x", a: "y", c: 1 }])).toEqual([
    ["(/c is not in the contract)"],
  ]);
});

test("a schema or null is one of the two", async () => {
  const Part: Schema = { type: "object", properties: { a: text } };
  const Thing: Schema = { anyOf: [ref("Part"), { type: "null" }] };
  expect(await say({ Part, Thing }, [null, { a: "x" }, { a: 1 }, 5])).toEqual([
    [],
    [],
    ["/a must be string"],
    ["must match Part or null"],
  ]);
});

test("a discriminator decides which schema is compared", async () => {
  const kind = (name: string): Schema => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string" }, [name]: text },
  });
  const Thing: Schema = {
    oneOf: [ref("Cat"), ref("Dog")],
    discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
  };
  const values = [
    { kind: "cat", meow: 1, bark: 2 },
    { kind: "Dog", bark: "a" },
    { kind: "secret" },
    { meow: "a" },
    [],
  ];
  expect(await say({ Thing, Cat: kind("meow"), Dog: kind("bark") }, values)).toEqual([
    ["/meow must be string", "(/bark is not in the contract)"],
    [],
    ['/kind must be "cat" or "Dog"'],
    ['must have the property "kind"'],
    ["must be object"],
  ]);
});

test("a base with a discriminator is compared as the schema that is made of it", async () => {
  const Thing: Schema = {
    type: "object",
    required: ["kind"],
    properties: { kind: text },
    discriminator: { propertyName: "kind", mapping: { dog: "#/components/schemas/Dog" } },
  };
  const Dog: Schema = { allOf: [ref("Thing"), { properties: { bark: text } }] };
  const Puppy: Schema = { allOf: [ref("Dog"), { properties: { toy: text } }] };
  const values = [
    { kind: "dog", bark: 1 },
    { kind: "Puppy", bark: "a", toy: "b" },
    { kind: "x", a: 1 },
  ];
  expect(await say({ Thing, Dog, Puppy }, values)).toEqual([
    ["/bark must be string"],
    [],
    ["(/a is not in the contract)"],
  ]);
});

test("a discriminator with an open enum tolerates other kinds", async () => {
  const kind: Schema = {
    type: "string",
    enum: ["Cat"],
    "x-ms-enum": { name: "Kind", modelAsString: true },
  };
  const Cat: Schema = { type: "object", properties: { kind } };
  const Thing: Schema = { oneOf: [ref("Cat")], discriminator: { propertyName: "kind" } };
  expect(await say({ Thing, Cat }, [{ kind: "Cow" }, { kind: 5 }])).toEqual([
    ["(/kind is not among the listed values)"],
    ['/kind must be "Cat"'],
  ]);
});

test("recursive schemas are compared to any depth that a stack allows", async () => {
  const Thing: Schema = { type: "object", properties: { next: ref("Thing"), id: text } };
  const nest = (depth: number) => {
    let value: object = { id: 1 };
    for (let level = 0; level < depth; level++) value = { next: value };
    return value;
  };
  expect(await say({ Thing }, [nest(3), nest(200_000)])).toEqual([
    ["/next/next/next/id must be string"],
    ["is nested too deeply"],
  ]);
});

test.each<[string, Schema, string]>([
  [
    "$dynamicRef",
    { $dynamicRef: "#node" } as Schema,
    'the keyword "$dynamicRef" is not one that a validator compares',
  ],
  [
    "pattern",
    { pattern: "(?i)a" },
    'the keyword "pattern" is not an ECMAScript regular expression',
  ],
  [
    "$ref",
    { $ref: "#/components/schemas/Missing" },
    'the keyword "$ref" leads nowhere in the contract',
  ],
  ["type", { type: "file" }, 'the keyword "type" must be'],
  ["items", { items: [text] as unknown as Schema }, 'the keyword "items" is not a schema'],
  ["required", { required: true as unknown as string[] }, 'the keyword "required" must be array'],
])("what AJV does not do is refused by name: %s", async (keyword, schema, problem) => {
  const refused: string[][] = [];
  const bundle = contractOf({ Thing: { properties: { a: schema } } });
  const { inspect } = await loadBodies(bundle, (place, problem) =>
    refused.push([...place, problem]),
  );
  expect(refused).toEqual([
    [
      "components",
      "schemas",
      "Thing",
      "properties",
      "a",
      keyword,
      expect.stringContaining(problem),
    ],
  ]);
  // The rest of the schema is compared all the same.
  expect(inspect("Thing", { a: 1, b: 2 }).notices.map(({ pointer }) => pointer)).toEqual(["/b"]);
  await expect(loadBodies(bundle)).rejects.toThrow(problem);
});
