import {
  type Contract,
  type Operation,
  parseContract,
  readBundle,
  type Schema,
} from "@partner-center/spec";
import { expect, test } from "vitest";
import { anchorsIn } from "../checks/site-pages.ts";
import { textOf } from "../page/html.ts";
import { bodyOf, type Page } from "../page/page.ts";
import { referencePages } from "../sources/pages.ts";
import { summariseUnshown } from "../sources/reference/unshown.ts";

const things = (
  schemas: Record<string, Schema>,
  paths: Record<string, Record<string, Operation>> = {},
): Contract => ({
  openapi: "3.1.0",
  info: { title: "Things", version: "1.0.0" },
  paths,
  components: { schemas },
});

function pageOf(contract: Contract, path: string): Page {
  const page = referencePages("en", contract).find((each) => each.path === path);
  if (!page) throw new Error(`There is no page ${path}`);
  return page;
}

const textAt = (contract: Contract, path: string): string => textOf(bodyOf(pageOf(contract, path)));
const idsAt = (contract: Contract, path: string): string[] =>
  pageOf(contract, path).sections.map(({ id }) => id);

const thing = "reference/schemas/Thing/";
test("what a schema describes in place has anchors, at any depth", () => {
  const city: Schema = { properties: { name: { type: "string" } } };
  const contract = things({
    Thing: {
      properties: {
        address: { properties: { city } },
        lines: { type: "array", items: { type: "array", items: city } },
        prices: { additionalProperties: city },
        either: { oneOf: [city, { properties: { id: { type: "string" } } }] },
      },
    },
  });
  expect(idsAt(contract, thing)).toEqual([
    "members",
    "address",
    "address.city",
    "address.city.name",
    "lines",
    "lines.name",
    "prices",
    "prices.*.name",
    "either",
    "either.1.name",
    "either.2.id",
  ]);
});

test("a property may be called like a part of the page, or hold any character", () => {
  const names = ["members", "values", "content", "menu", "used-by", "100 %", '"<a>"', "a.b", ""];
  const properties: Record<string, Schema> = {
    ...Object.fromEntries(names.map((name) => [name, { type: "string" }])),
    a: { properties: { b: { type: "string" } } },
  };
  const ids = idsAt(things({ Thing: { properties } }), thing);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain("content");
  for (const id of ids) expect(id).toMatch(/^[\w.~*-]+$/);
});

test("own properties are described, inherited ones listed with where they come from", () => {
  const contract = things({
    Thing: {
      allOf: [
        { $ref: "#/components/schemas/Base" },
        { properties: { own: { type: "string" } }, required: ["own", "shared"] },
      ],
    },
    Base: {
      allOf: [{ $ref: "#/components/schemas/Root" }],
      properties: { shared: { type: "string" } },
      required: ["shared"],
    },
    Root: { properties: { id: { type: "string" } } },
  });
  expect(idsAt(contract, thing)).toEqual(["members", "own", "inherited"]);
  const text = textAt(contract, thing);
  expect(text).toContain("own string · required");
  expect(text).toContain("From Base: shared string · required From Root: id string");
  expect(textAt(contract, "reference/schemas/Root/")).toContain("Used by Base");
});

test("alternatives are links, with the values that tell them apart", () => {
  const contract = things({
    Thing: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind", mapping: { meows: "#/components/schemas/Cat" } },
    },
    Cat: {},
    Dog: {},
  });
  expect(textAt(contract, thing)).toContain("One of: Cat · meows Dog · Dog Distinguished by: kind");
});

test("a schema that contains itself ends", () => {
  const contract = things({
    Thing: {
      properties: {
        parent: { $ref: "#/components/schemas/Thing" },
        inPlace: { $ref: "#/components/schemas/Thing/properties/loop" },
        loop: { properties: { again: { $ref: "#/components/schemas/Thing/properties/loop" } } },
      },
      allOf: [{ $ref: "#/components/schemas/Thing" }],
    },
  });
  expect(idsAt(contract, thing)).toContain("loop.again");
});

test("an operation shows its body, every success, and the parameters of its path", () => {
  const body: Schema = { properties: { note: { type: "string" } }, required: ["note"] };
  const json = { "application/json": { schema: body } };
  const contract = things({});
  contract.paths = {
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      put: {
        operationId: "putThing",
        deprecated: true,
        tags: ["Shelf"],
        requestBody: { description: "What to keep.", required: true, content: json },
        responses: { 201: { content: json }, 204: { description: "Kept." } },
        "x-hints": { 204: "Look again later." },
      },
    },
  };
  const path = "reference/operations/putThing/";
  expect(idsAt(contract, path)).toEqual(
    expect.arrayContaining(["in-path", "id", "body", "body.note", "201", "201.note", "204"]),
  );
  const text = textAt(contract, path);
  expect(text).toContain("Request body required What to keep. Body: object.");
  expect(text).toContain("204 No Content Kept. What to do: Look again later. There is no body.");
  expect(text).toContain("deprecated");
  expect(text).toContain("Tags: Shelf");
  expect(textAt(contract, "")).toContain(
    "Operations Shelf putThing: PUT /things/{id} · deprecated",
  );
});

test("the tree of a response says what each property is, with a fold for what is inside", () => {
  const contract = things({
    Thing: {
      required: ["maker"],
      properties: {
        maker: { $ref: "#/components/schemas/Maker" },
        size: { type: "integer", description: "How many: at most 9. Never 0." },
      },
    },
    Maker: { description: "Who made it.", properties: { name: { type: "string" } } },
  });
  const schema = { $ref: "#/components/schemas/Thing" };
  const responses = { 200: { content: { "application/json": { schema } } } };
  contract.paths = { "/thing": { get: { operationId: "getThing", responses } } };
  expect(textAt(contract, "reference/operations/getThing/")).toContain(
    "200 Thing maker Maker · required Who made it. Properties name string size integer How many: at most 9.",
  );
});

test("a property that may hold anything is shown, and an example whose value is elsewhere", () => {
  const contract = parseContract(
    JSON.stringify({
      ...things({}),
      paths: {
        "/a": {
          get: {
            operationId: "getA",
            responses: {
              200: {
                content: {
                  "application/json": {
                    schema: { properties: { anything: true } },
                    examples: { far: { externalValue: "far.json" } },
                  },
                },
              },
            },
          },
        },
      },
    }),
  );
  const text = textAt(contract, "reference/operations/getA/");
  expect(text).toContain("anything any");
  expect(text).toContain("Not shown on this page: externalValue.");
});

test("examples of the same name, and unnamed ones, have ids of their own", () => {
  const content = { "application/json": { example: 1, examples: { a: { value: 2 } } } };
  const responses = { 200: { content }, 404: { content } };
  const contract = things({}, { "/a": { get: { operationId: "getA", responses } } });
  const ids = anchorsIn(bodyOf(pageOf(contract, "reference/operations/getA/")).text);
  expect(new Set(ids).size).toBe(ids.length);
});

test("what no page shows is counted once, by name, and noted on its page", () => {
  const responses = { 200: { $ref: "#/components/responses/Found" } };
  const contract = parseContract(
    JSON.stringify({
      ...things({}),
      paths: { "/a": { get: { responses }, put: { operationId: "put", responses } } },
      components: {
        schemas: { Thing: { not: {}, properties: { a: { not: {}, "x-unheard-of": 1 } } } },
        responses: { Found: { description: "Found", links: {} } },
      },
    }),
  );
  expect(summariseUnshown(contract)).toBe("links 1, not 2, x-unheard-of 1");
  expect(textAt(contract, thing)).toContain("Not shown on this page: not, x-unheard-of.");
  expect(textAt(contract, "reference/operations/put/")).toContain("Not shown on this page: links.");
});

test("of our own contract everything is shown", () => {
  expect(summariseUnshown(parseContract(readBundle()))).toBeUndefined();
});
