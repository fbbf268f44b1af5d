import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { isObject, type JsonObject, parseContract } from "@partner-center/spec";
import { expect, test } from "vitest";
import { askRedocly } from "../judges/redocly.ts";
import type { NormalForm } from "../normal-form/normal-form.ts";
import { ruleFor } from "../policy.ts";

const withEach = (keywords: string[], value: unknown): JsonObject =>
  Object.fromEntries(keywords.map((keyword) => [keyword, value]));
const text = { type: "string" };
const schema = {
  ...{ $id: "https://example.com/a", $anchor: "a", $comment: "a", $dynamicAnchor: "a" },
  ...{
    title: "a",
    description: "a",
    type: ["object", "array"],
    format: "a",
    const: "a",
    default: "a",
  },
  ...{ enum: ["a"], required: ["a"], multipleOf: 2, minimum: 2, maximum: 9, exclusiveMinimum: 1 },
  ...{ exclusiveMaximum: 10, minLength: 2, maxLength: 9, pattern: "a", minItems: 2, maxItems: 9 },
  ...{ uniqueItems: true, minProperties: 2, maxProperties: 9, minContains: 2, maxContains: 9 },
  ...{ contentEncoding: "a", contentMediaType: "a", contentSchema: text, readOnly: true },
  ...{ writeOnly: true, deprecated: true, example: "a", "x-invented": "a" },
  examples: ["a"],
  ...withEach(["allOf", "anyOf", "oneOf", "prefixItems"], [text]),
  ...withEach(["properties", "patternProperties", "dependentSchemas", "$defs"], { a: text }),
  ...withEach(["not", "if", "then", "else", "contains", "propertyNames", "items"], text),
  ...withEach(["additionalProperties", "unevaluatedProperties", "unevaluatedItems"], text),
  dependentRequired: { a: ["a"] },
  discriminator: { propertyName: "a", mapping: { a: "a" }, "x-invented": "a" },
  xml: { name: "a", namespace: "a", prefix: "a", attribute: true, wrapped: true },
  externalDocs: { url: "https://example.com/a", description: "a" },
};
const style = { style: "form", explode: true, allowReserved: true, description: "a" };
const header = { ...style, required: true, deprecated: true, schema: text, example: "a" };
const media = {
  schema,
  example: "a",
  examples: { a: { summary: "a", description: "a", value: "a" } },
  encoding: { a: { ...style, contentType: "a/a", headers: { a: header } } },
};
const server = {
  url: "https://example.com/{a}",
  description: "a",
  variables: { a: { default: "a", enum: ["a"], description: "a" } },
};
const response = {
  description: "a",
  headers: { a: header },
  content: { "a/a": media },
  links: { a: { operationId: "a", operationRef: "a", description: "a", server } },
};
const parameters = ["query", "path", "header", "cookie"].map((place) => ({
  ...{ ...header, name: `a-${place}`, in: place, allowEmptyValue: true },
  examples: { a: { value: "a" } },
}));
const flow = { authorizationUrl: "a", tokenUrl: "a", refreshUrl: "a", scopes: { a: "a" } };
const operation = {
  ...{ summary: "a", description: "a", operationId: "a", deprecated: true, tags: ["a"] },
  ...{ parameters, servers: [server], security: [{ a: ["a"] }], externalDocs: { url: "a" } },
  requestBody: { description: "a", required: true, content: { "a/a": media } },
  responses: { "200": response, "4XX": response, default: response },
  "x-invented": { a: "a" },
};
const item = { summary: "a", description: "a", parameters, servers: [server], get: operation };
const withCallback = { ...operation, callbacks: { a: { "{$url}": item } } };

/** Each object and keyword of OpenAPI 3.1, as far as one contract can have them. */
const contract: JsonObject = {
  openapi: "3.1.0",
  jsonSchemaDialect: "https://example.com/a",
  info: {
    ...{ title: "a", version: "1.0.0", summary: "a", description: "a", termsOfService: "a" },
    contact: { name: "a", url: "a", email: "a" },
    license: { name: "a", url: "a", identifier: "a" },
  },
  servers: [server],
  security: [{ a: ["a"] }],
  tags: [{ name: "a", description: "a", externalDocs: { url: "a", description: "a" } }],
  externalDocs: { url: "a", description: "a" },
  paths: { "/a/{a-path}": { ...item, post: withCallback } },
  webhooks: { a: item },
  components: {
    // The discriminator names the last two.
    schemas: { A: schema, a: text, ab: text },
    responses: { A: response },
    parameters: { A: parameters[0] },
    examples: { A: { value: "a", summary: "a" } },
    requestBodies: { A: { description: "a", content: { "a/a": media } } },
    headers: { A: header },
    securitySchemes: {
      a: {
        ...{ type: "oauth2", description: "a", name: "a", in: "header", scheme: "a" },
        ...{ bearerFormat: "a", openIdConnectUrl: "a", "x-invented": "a" },
        flows: {
          ...{ implicit: flow, password: flow, clientCredentials: flow, authorizationCode: flow },
        },
      },
    },
    links: { A: { operationId: "a" } },
    callbacks: { A: { "{$url}": item } },
    pathItems: { A: item },
  },
};

/** A copy in which each string, number and boolean is another. */
function changed(value: unknown, key?: string): unknown {
  if (Array.isArray(value)) return value.map((one) => changed(one));
  if (isObject(value)) {
    const entries = Object.entries(value).map(([name, each]) => [name, changed(each, name)]);
    return Object.fromEntries(entries);
  }
  if (key === "openapi" || key === "in") return value;
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : `${value}b`;
}

const isGroup = (value: unknown) => typeof value === "object";

/** A copy of what is fit to stay, at each depth. */
function keep(
  value: unknown,
  isKept: (value: unknown, key: string, depth: number) => boolean,
  depth = 0,
): unknown {
  if (!isObject(value) && !Array.isArray(value)) return value;
  const kept = Object.entries(value)
    .filter(([key, each]) => isKept(each, key, depth))
    .map(([key, each]) => [key, keep(each, isKept, depth + 1)]);
  return Array.isArray(value) ? kept.map(([, each]) => each) : Object.fromEntries(kept);
}

const needed = ["openapi", "info", "title", "version", "name", "in", "url"];

/** Places as they are: both sides are compared as they are written. */
const written = parseContract(JSON.stringify(contract));
const asWritten: NormalForm = {
  contracts: { base: written, revision: written },
  sourceOf: (_side, place) => place,
};

async function unknownWords(base: unknown, revision: unknown): Promise<string[]> {
  using folder = temporaryFolder("policy-");
  const [old, new_] = [join(folder.path, "old.json"), join(folder.path, "new.json")];
  writeFileSync(old, JSON.stringify(base));
  writeFileSync(new_, JSON.stringify(revision));
  const words = new Set((await askRedocly(old, new_, asWritten)).map(({ words: each }) => each));
  return [...words].filter((each) => ruleFor("redocly", each).id === "unknown");
}

async function unknownBothWays(more: unknown, less: unknown): Promise<string[]> {
  return [...(await unknownWords(more, less)), ...(await unknownWords(less, more))];
}

test("policy.md names all that redocly says of a keyword that changes, comes or goes", async () => {
  expect(await unknownWords(contract, changed(contract))).toEqual([]);
  const bare = keep(contract, (value, key) => isGroup(value) || needed.includes(key));
  expect(await unknownBothWays(contract, bare)).toEqual([]);
});

test("policy.md names all that redocly says of an object that comes or goes", async () => {
  const unknown: string[] = [];
  for (const level of Array(20).keys()) {
    const cut = keep(
      contract,
      (value, key, depth) => !isGroup(value) || depth !== level || needed.includes(key),
    );
    unknown.push(...(await unknownBothWays(contract, cut)));
  }
  expect(unknown).toEqual([]);
});

test("no line of the tables stands there twice", () => {
  const text = readFileSync(new URL("../policy.md", import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => /^\| \w/.test(line));
  const twice = lines.filter((line, at) => lines.indexOf(line) < at);
  expect(twice).toEqual([]);
});
