import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { type JsonObject, parseContract } from "@partner-center/spec";
import { InvalidContractError, readAnyContract } from "@partner-center/spec/any-contract";
import { Redocly } from "@partner-center/spec/redocly";
import { expect, onTestFinished, test } from "vitest";
import { compareContracts } from "../compare.ts";
import { askOasdiff } from "../judges/oasdiff.ts";
import { askRedocly } from "../judges/redocly.ts";
import { normalize } from "../normal-form/normal-form.ts";
import { highest } from "../policy.ts";

function makeFolder(): string {
  const folder = temporaryFolder("any-contract-");
  onTestFinished(() => folder[Symbol.dispose]());
  return folder.path;
}

/** Compares two files, each given by its text. */
async function compareTexts(base: string, revision: string, limit?: number) {
  const folder = makeFolder();
  const side = async (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return { name, text: (await readAnyContract(file, name)).bundle };
  };
  const sides = { base: await side("base.yaml", base), revision: await side("new.yaml", revision) };
  const given = { isOurs: false, ...(limit !== undefined && { limit }) };
  const { changes, notCompared } = await compareContracts(sides, given);
  return { bump: highest(changes.map(({ bump }) => bump)), notCompared };
}

const info = { title: "Invented", version: "1.0.0" };
const describe = (more: JsonObject, openapi = "3.1.0") => ({ openapi, info, paths: {}, ...more });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const number = { type: "number" };

/** A contract whose one operation responds with a schema, beside others. */
function responding(schema: unknown, schemas?: JsonObject, openapi?: string): JsonObject {
  const content = { "application/json": { schema } };
  const get = { responses: { 200: { description: "", content } } };
  return describe(
    { paths: { "/invented": { get } }, ...(schemas && { components: { schemas } }) },
    openapi,
  );
}

const object = (properties: JsonObject) => ({ type: "object", properties });
const part = (property: JsonObject) => object({ inventedShared: property });

test.each<[title: string, base: JsonObject, revision: JsonObject]>([
  ["no paths", { openapi: "3.1.0", info, webhooks: {} }, { openapi: "3.1.0", info, webhooks: {} }],
  ["no components", responding(object({ a: text })), responding(object({ a: number }))],
  ["components without schemas", describe({ components: {} }), describe({ components: {} })],
  [
    "names with - and .",
    responding(ref("a-b.c"), { "a-b.c": object({ "x-y.z": text }) }),
    responding(ref("a-b.c"), { "a-b.c": object({ "x-y.z": number }) }),
  ],
  [
    "names without a letter, or that clash in TypeScript",
    responding(ref("-"), { "-": text, "a-b": text, "a.b": text, string: text, Record: text }),
    responding(ref("-"), { "-": number, "a-b": text, "a.b": text, string: text, Record: text }),
  ],
  [
    "parts of allOf that share a property",
    responding({ allOf: [part(text), part({ ...text, minLength: 1 })] }),
    responding({ allOf: [part(number), part({ ...number, minimum: 1 })] }),
  ],
  [
    "parts of allOf that contradict each other",
    responding({ allOf: [part(text), part(number)], type: "object" }),
    responding({ allOf: [part(text), part(number)], type: "array" }),
  ],
  [
    "tuples",
    responding({ type: "array", prefixItems: [text, number], minItems: 2, maxItems: 2 }),
    responding({ type: "array", prefixItems: [number, text], minItems: 2, maxItems: 2 }),
  ],
  [
    "schemas that are true or false",
    responding({ ...object({ a: true, b: false, c: text }), additionalProperties: true }),
    responding({ ...object({ a: true, b: false, c: number }), additionalProperties: true }),
  ],
  [
    "lists of anything, and schemas that say nothing",
    responding(object({ a: { type: "array" }, b: {}, c: text })),
    responding(object({ a: { type: "array" }, b: {}, c: number })),
  ],
  [
    "a schema composed of itself",
    responding(ref("A"), { A: { oneOf: [text, { allOf: [ref("A")] }] } }),
    responding(ref("A"), { A: { oneOf: [number, { allOf: [ref("A")] }] } }),
  ],
  [
    "a schema that refers to itself, in OpenAPI 3.0",
    responding(ref("A"), { A: object({ a: ref("A"), b: { nullable: true, ...text } }) }, "3.0.3"),
    responding(ref("A"), { A: object({ a: ref("A"), b: { nullable: true, ...number } }) }, "3.0.3"),
  ],
  [
    "a reference into a path, and a discriminator",
    responding(ref("A"), {
      A: { oneOf: [ref("B")], discriminator: { propertyName: "kind" } },
      B: object({ kind: text, a: text }),
      C: { $ref: "#/paths/~1invented/get/responses/200/content/application~1json/schema" },
    }),
    responding(ref("A"), {
      A: { oneOf: [ref("B")], discriminator: { propertyName: "kind" } },
      B: object({ kind: text, a: number }),
      C: { $ref: "#/paths/~1invented/get/responses/200/content/application~1json/schema" },
    }),
  ],
])("%s: every judge compares it", async (title, base, revision) => {
  const verdict = { bump: /no paths|without/.test(title) ? "none" : "major", notCompared: [] };
  if (title.startsWith("names without")) verdict.bump = "major";
  expect(await compareTexts(JSON.stringify(base), JSON.stringify(revision))).toEqual(verdict);
  expect(await compareTexts(JSON.stringify(base), JSON.stringify(base))).toEqual({
    bump: "none",
    notCompared: [],
  });
});

test("operations with one id, and media types with examples and no schema", async () => {
  const content = { "application/json": { example: { a: 1 } } };
  const get = { operationId: "invented", responses: { 200: { description: "", content } } };
  const paths = { "/invented-1": { get }, "/invented#2": { get } };
  const base = JSON.stringify(describe({ paths }));
  const revision = JSON.stringify(describe({ paths: { ...paths, "/invented#2": {} } }));
  expect(await compareTexts(base, base)).toEqual({ bump: "none", notCompared: [] });
  expect(await compareTexts(base, revision)).toEqual({ bump: "major", notCompared: [] });
});

test("several files are bundled first", async () => {
  const folder = makeFolder();
  const file = join(folder, "openapi.yaml");
  writeFileSync(file, JSON.stringify(responding({ $ref: "invented.yaml" })));
  writeFileSync(join(folder, "invented.yaml"), "type: string\n");
  const base = { name: "base", text: (await readAnyContract(file)).bundle };
  writeFileSync(join(folder, "invented.yaml"), "type: number\n");
  const revision = { name: "revision", text: (await readAnyContract(file)).bundle };
  const { changes } = await compareContracts({ base, revision }, { isOurs: false });
  expect(changes.map(({ rule }) => rule)).toContain("retyped");
});

test("of OpenAPI 3.2 it says what only one judge knows", async () => {
  const contract = (property: string) => {
    const content = { "application/jsonl": { itemSchema: object({ [property]: text }) } };
    const query = { responses: { 200: { description: "", content } } };
    return JSON.stringify(describe({ paths: { "/invented": { query } } }, "3.2.0"));
  };
  expect(await compareTexts(contract("a"), contract("b"))).toEqual({
    bump: "major",
    notCompared: [
      "`query`, `itemSchema` of OpenAPI 3.2 compared by redocly alone, which neither oasdiff nor types know",
    ],
  });
});

test.each([
  ["{", "base.yaml:1:2 is neither YAML nor JSON"],
  ["openapi: 3.1.0", 'base.yaml has no object "info" (#/info)'],
  ['swagger: "2.0"', "base.yaml is Swagger 2.0 (#/swagger)."],
  [
    JSON.stringify(responding(ref("Gone"))),
    "base.yaml can't be put in one file: #/paths/~1invented/get/responses/200/content/application~1json/schema: Can't resolve $ref",
  ],
  [
    JSON.stringify(responding({ properties: { a: { required: true } } })),
    "base.yaml is not valid OpenAPI: #/paths/~1invented/get/responses/200/content/application~1json/schema/properties/a/required: Expected type `array` but got `boolean`.",
  ],
  [
    JSON.stringify(describe({ paths: [] })),
    "base.yaml is not valid OpenAPI: #/paths: Expected type",
  ],
])("%s is refused in a sentence with file and place", async (base, sentence) => {
  const revision = JSON.stringify(describe({}));
  const comparing = compareTexts(base, revision);
  await expect(comparing).rejects.toThrow(InvalidContractError);
  await expect(comparing).rejects.toThrow(sentence);
});

test("a judge that takes too long is ended, and says so", async () => {
  const file = join(makeFolder(), "openapi.json");
  const text = JSON.stringify(describe({}));
  writeFileSync(file, text);
  const normal = normalize({ base: parseContract(text), revision: parseContract(text) });
  await expect(askOasdiff(file, file, normal, 0)).rejects.toThrow("oasdiff took longer than 0 s");
  await expect(askRedocly(file, file, normal, new Redocly(0))).rejects.toThrow(
    "redocly took longer than 0 s",
  );
});

test("when oasdiff finds no end in circles of references, the others decide", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `Invented${index}`);
  const circle = (inventedChanged: JsonObject) => {
    const schemas = names.map((name, index) => {
      const [next, another] = [1, 2].map((step) => ref(`Invented${(index + step) % 30}`));
      return [name, object({ next, another, inventedChanged })];
    });
    return JSON.stringify(responding(ref("Invented0"), Object.fromEntries(schemas)));
  };
  expect(await compareTexts(circle(text), circle(number), 0)).toEqual({
    bump: "major",
    notCompared: ["oasdiff not compared: oasdiff took longer than 0 s"],
  });
});
