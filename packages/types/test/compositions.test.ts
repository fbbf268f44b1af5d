/** Schemas that openapi-typescript declares falsely, or so that nothing compiles. */
import type { Contract, Schema } from "@partner-center/spec";
import { expect, test } from "vitest";
import { contractWith, json, problemsWith, reference, typesOf } from "./generated-types.ts";

const string: Schema = { type: "string" };
const number: Schema = { type: "number" };
const object = (properties: { [name: string]: Schema }, required: string[] = []): Schema => ({
  type: "object",
  properties,
  ...(required.length > 0 ? { required } : {}),
});
const Base = object({ a: string, b: number });

/** A title, schemas, and code that compiles with them; a line below `no` must not. */
const shapes: [title: string, schemas: { [name: string]: Schema }, code: string][] = [
  [
    "allOf parts that share a property have both of its types",
    { Base, Thing: { allOf: [reference("Base"), object({ a: { type: "string", enum: ["x"] } })] } },
    `take<Thing>({ a: "x", b: 1 });
// no
take<Thing>({ a: "y" });`,
  ],
  [
    "inline allOf parts that share a property compile",
    { Thing: { allOf: [object({ a: string }), object({ a: string, b: number })] } },
    'take<Thing>({ a: "", b: 1 });',
  ],
  [
    "what is required beside allOf is, wherever it is declared",
    {
      Base,
      Middle: { allOf: [reference("Base"), object({ c: string })] },
      Thing: { allOf: [reference("Middle")], required: ["a", "d"], ...object({ d: string }) },
      Other: { allOf: [reference("Middle"), { type: "object", required: ["a", "c"] }] },
      Nullable: { ...Base, nullable: true },
      Last: { allOf: [reference("Nullable"), object({ e: string })], required: ["b"] },
    },
    `take<Other>({ a: "", c: "" });
// no
take<Other>({ c: "" });
take<Last>({ b: 1 });
// no
take<Last>({});`,
  ],
  [
    "own and inherited properties are required beside allOf",
    { Base, Thing: { allOf: [reference("Base")], ...object({ d: string }, ["a", "d"]) } },
    `take<Thing>({ a: "", d: "" });
// no
take<Thing>({ a: "" });
// no
take<Thing>({ d: "" });`,
  ],
  [
    "a part may require a property of another part",
    { Thing: { allOf: [object({ a: string }), object({ b: string }, ["a", "b"])] } },
    `take<Thing>({ a: "", b: "" });
// no
take<Thing>({ b: "" });`,
  ],
  [
    "properties stand beside anyOf",
    {
      Thing: {
        ...object({ a: string }, ["a"]),
        anyOf: [object({ b: string }), object({ c: number })],
      },
    },
    `take<Thing>({ a: "", b: "", c: 1 });
// no
take<Thing>({ b: "" });`,
  ],
  [
    "alternatives that only require something allow the properties, and no others",
    { Thing: { ...Base, oneOf: [{ required: ["a"] }, { type: "object", required: ["b"] }] } },
    `take<Thing>({ a: "" });
// no
take<Thing>({ other: 1 });`,
  ],
  [
    "an object without properties has any, and one of strings strings",
    { Empty: { type: "object" }, Record: { type: "object", additionalProperties: string } },
    `take<Empty>({ a: 1 });
take<Record>({ a: "" });
// no
take<Record>({ a: 1 });`,
  ],
  [
    "additional properties allow those that are declared",
    {
      Thing: { ...object({ a: number }), additionalProperties: string },
      Outer: object({ inner: { ...object({ a: number }, ["a"]), additionalProperties: string } }),
    },
    `take<Thing>({ a: 1, b: "" });
declare const thing: Thing;
take<number | undefined>(thing.a);
take<string | number | undefined>(thing.b);
take<Outer>({ inner: { a: 1, b: "" } });`,
  ],
  [
    "a discriminator narrows a union, with or without allOf",
    {
      Pet: {
        oneOf: [reference("Cat"), reference("a-dog")],
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "#/components/schemas/Cat", dog: "a-dog" },
        },
      },
      Cat: object({ kind: string, lives: number }, ["kind", "lives"]),
      "a-dog": { allOf: [reference("Kind"), object({ tricks: string })] },
      Kind: object({ kind: string }, ["kind"]),
    },
    `declare const pet: Pet;
if (pet.kind === "cat") take<number>(pet.lives); else take<string | undefined>(pet.tricks);
take<ADog>({ kind: "dog" });
// no
take<ADog>({ kind: "cat" });`,
  ],
  [
    "a base is one of what inherits from it",
    {
      Pet: {
        ...object({ kind: string }, ["kind"]),
        oneOf: [reference("Cat"), reference("Dog")],
        discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "Dog" } },
      },
      Cat: { allOf: [reference("Pet"), object({ lives: number })] },
      Dog: { allOf: [reference("Pet"), object({ tricks: string })] },
    },
    `take<Pet>({ kind: "cat", lives: 9 });
declare const pet: Pet;
if (pet.kind === "dog") take<string | undefined>(pet.tricks);
// no
take<Cat>({ kind: "dog" });`,
  ],
  [
    "what inherits from an heir keeps its own value of the discriminator",
    {
      Pet: { ...object({ kind: string }, ["kind"]), discriminator: { propertyName: "kind" } },
      Cat: { allOf: [reference("Pet"), object({ lives: number })] },
      Lion: { allOf: [reference("Cat"), object({ mane: string })] },
    },
    'take<Lion>({ kind: "Lion" }); take<Cat>({ kind: "Lion" });',
  ],
  [
    "a discriminator leaves an open object its properties",
    {
      Pet: {
        ...object({ kind: string, name: string }, ["kind"]),
        additionalProperties: true,
        discriminator: { propertyName: "kind" },
      },
      Cat: { allOf: [reference("Pet")] },
    },
    "declare const cat: Cat; take<string | undefined>(cat.name);",
  ],
  [
    "schemas may contain themselves",
    {
      Tree: object({
        children: { type: "array", items: reference("Tree") },
        up: reference("Tree"),
      }),
      Json: {
        oneOf: [
          string,
          { type: "object", additionalProperties: reference("Json") },
          { type: "array", items: reference("Json") },
        ],
      },
    },
    'take<Tree>({ children: [{ children: [] }] }); take<Json>({ a: ["b"] });',
  ],
  [
    "null is a value where the contract says so, in 3.0 and in 3.1",
    {
      Thing: object({
        a: { type: "string", nullable: true },
        b: { type: ["string", "null"] },
        c: { allOf: [reference("Base")], nullable: true },
        d: { type: ["object", "null"], oneOf: [Base, { type: "null" }] },
        e: { type: ["string", "null"], enum: ["x", null] },
        f: { const: null },
        g: string,
      }),
      Base,
    },
    `take<Thing>({ a: null, b: null, c: null, d: null, e: null, f: null });
// no
take<Thing>({ g: null });`,
  ],
  [
    "a file is not a string, and the rest of strings are",
    {
      Thing: object({
        file: { type: "string", format: "binary" },
        text: { type: "string", format: "byte" },
      }),
    },
    `take<Thing>({ file: 1, text: "" });
// no
take<Thing>({ text: 1 });`,
  ],
  [
    "a list of lists is one, and so is one that begins with certain values",
    {
      Lists: { type: "array", items: { oneOf: [{ type: "array", items: string }] } },
      Types: { type: ["array"], items: { type: ["array"], items: string } },
    },
    'take<Lists>([["a"]]); take<Types>([["a"]]);',
  ],
  [
    "a default makes no property certain",
    { Thing: object({ a: { type: "string", default: "x" } }) },
    "take<Thing>({});",
  ],
];

test.each(shapes)("%s", async (_title, schemas, code) => {
  const contract = contractWith(schemas);
  expect((await typesOf(contract)).refusals).toEqual([]);
  expect(await problemsWith(contract, code.replaceAll("// no", "// @ts-expect-error"))).toEqual([]);
});

test("properties that only one side sends are required of that side alone", async () => {
  const Thing = object(
    {
      id: { type: "string", readOnly: true },
      secret: { type: "string", writeOnly: true },
      a: string,
    },
    ["id", "secret", "a"],
  );
  const responses = { "200": json(reference("Thing")) };
  const asked = contractWith({ Thing }, [{ operationId: "getThing", responses }]);
  expect(await problemsWith(asked, 'take<Thing>({ id: "", a: "" });')).toEqual([]);
  const requestBody = { required: true, ...json(reference("Thing")) };
  const sent = contractWith({ Thing }, [{ operationId: "setThing", requestBody }]);
  const use = `take<SetThingBody>({ secret: "", a: "" });
// @ts-expect-error
take<SetThingBody>({ a: "" });`;
  expect(await problemsWith(sent, use)).toEqual([]);
});

test("parts whose property can't have a value are refused with both", async () => {
  const contract = contractWith({
    Base: object({ kind: { type: "string", enum: ["a", "b"] } }),
    Thing: { allOf: [reference("Base"), object({ kind: { const: "c" } })] },
    Other: { allOf: [object({ a: string }), object({ a: number })] },
  });
  expect((await typesOf(contract)).refusals).toEqual([
    'components/schemas/Thing: its property "kind" would be "a" or "b" in Base and "c" in a part',
    'components/schemas/Other: its property "a" would be string in a part and number in a part',
  ]);
  expect(await problemsWith(contract, 'take<Thing>({ kind: "a" });')).toEqual([]);
});

test("a schema that is composed of itself is refused, and the rest compiles", async () => {
  const contract = contractWith({
    Snake: { oneOf: [string, reference("Tail")] },
    Tail: { oneOf: [number, reference("Snake")] },
    Self: reference("Self"),
  });
  expect((await typesOf(contract)).refusals).toEqual([
    "components/schemas/Snake: it is composed of itself, by #/components/schemas/Tail",
    "components/schemas/Self: it is composed of itself, by #/components/schemas/Self",
  ]);
  expect(await problemsWith(contract)).toEqual([]);
});

test("a reference into a schema, a path or definitions is what stands there", async () => {
  const contract: Contract = contractWith({
    Thing: {
      ...object({
        part: object({ a: string }),
        copy: { $ref: "#/components/schemas/Thing/properties/part" },
      }),
      items: number,
    },
    Item: { $ref: "#/components/schemas/Thing/items" },
  });
  contract.paths = {
    "/a": { get: { operationId: "a", responses: { "200": json(object({ x: string })) } } },
    "/b": {
      get: { operationId: "b", responses: { "200": { $ref: "#/paths/~1a/get/responses/200" } } },
    },
  };
  const use = 'take<Thing>({ copy: { a: "" } }); take<Item>(1); take<BResponse>({ x: "" });';
  expect((await typesOf(contract)).refusals).toEqual([]);
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("a property may be called like a keyword", async () => {
  const into = { $ref: "#/components/schemas/Thing/properties/enum" };
  const contract = contractWith({
    Thing: object({
      enum: string,
      default: into,
      properties: object({ const: into }),
      items: string,
    }),
  });
  expect((await typesOf(contract)).refusals).toEqual([]);
  const use = 'take<Thing>({ enum: "", default: "", properties: { const: "" }, items: "" });';
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("a reference that leads nowhere, or into itself, is refused, and the rest compiles", async () => {
  const contract = contractWith({
    Thing: object({
      gone: { $ref: "#/components/schemas/Gone" },
      far: { $ref: "other.yaml#/Thing" },
      inner: object({ self: { $ref: "#/components/schemas/Thing/properties/inner" } }),
    }),
  });
  expect((await typesOf(contract)).refusals).toEqual([
    "components/schemas/Thing/properties/gone: the reference #/components/schemas/Gone leads nowhere in the contract",
    "components/schemas/Thing/properties/far: the reference other.yaml#/Thing leads nowhere in the contract",
    expect.stringMatching(/properties\/inner leads into what it is in$/),
  ]);
  expect(await problemsWith(contract)).toEqual([]);
});

test("beside a reference, other keywords count from 3.1 on", async () => {
  const schemas = { Base, Thing: { ...reference("Base"), ...object({ c: string }, ["c"]) } };
  const contract = contractWith(schemas);
  const code = 'take<Thing>({ a: "", c: "" });\n// @ts-expect-error\ntake<Thing>({ a: "" });';
  expect(await problemsWith(contract, code)).toEqual([]);
  expect(await problemsWith({ ...contract, openapi: "3.0.3" }, 'take<Thing>({ a: "" });')).toEqual(
    [],
  );
});
