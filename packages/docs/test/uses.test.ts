import type { Contract } from "@partner-center/spec";
import { expect, test } from "vitest";
import { placesIn } from "../sources/reference/places.ts";
import { usesByDefinition } from "../sources/reference/uses.ts";

const thing = { $ref: "#/components/schemas/Thing" };
const contract: Contract = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1.0.0" },
  servers: [],
  paths: {
    "/things": {
      get: {
        operationId: "getThings",
        summary: "Get things",
        responses: {
          200: {
            content: {
              "application/json": { schema: { type: "array", items: thing } },
              "text/json": { schema: { type: "array", items: thing } },
            },
          },
          404: {},
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: { properties: { name: { type: "string" } } },
      Shelf: {
        properties: {
          first: thing,
          rows: { type: "array", items: { type: "array", items: thing } },
        },
      },
    },
  },
};

test("a definition is used where responses, properties and lists of lists refer to it", () => {
  const links = usesByDefinition(contract, placesIn(contract))
    .get("Thing")
    ?.map(({ link }) => link.text);
  expect(links).toEqual([
    '<a href="page:reference/operations/getThings/#200">Get things: 200</a>',
    '<a href="page:reference/schemas/Shelf/#first"><code>Shelf.first</code></a>',
    '<a href="page:reference/schemas/Shelf/#rows"><code>Shelf.rows</code></a>',
  ]);
});

test("a definition that nothing refers to has no uses", () => {
  expect(usesByDefinition(contract, placesIn(contract)).has("Shelf")).toBe(false);
});
