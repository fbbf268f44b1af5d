import { expect, test } from "vitest";
import { checkTranslation } from "../checks/check-translation.ts";

const contract = {
  openapi: "3.1.0",
  info: { title: "Orders", version: "1.0.0" },
  paths: {},
  components: {
    schemas: {
      Order: {
        type: "object",
        description: "An order.",
        properties: { description: { type: "string", description: "Words on it." } },
        "x-enumDescriptions": { done: "It is over." },
        examples: [{ description: "data, not a text" }],
      },
    },
  },
};

const info = { target: "$.info", update: { title: "Zamówienia" } };
const orderAction = {
  target: "$.components.schemas.Order",
  update: {
    description: "Zamówienie.",
    properties: { description: { description: "Słowa na nim." } },
    "x-enumDescriptions": { done: "Skończone." },
  },
};

const check = (...actions: { target: string; update: object }[]) =>
  checkTranslation(contract, {
    overlay: "1.0.0",
    info: { title: "pl", version: "1" },
    actions,
  } as never);

test("a complete translation has no findings", async () => {
  expect(await check(info, orderAction)).toEqual([]);
});

test("the texts of operations, and of what is written out in them, are texts", async () => {
  const described = { description: "Some words." };
  const withOperation = {
    ...contract,
    tags: [{ name: "Invented", ...described }],
    paths: {
      "/description": {
        post: {
          summary: "Post it",
          "x-hints": { "404": "Look again." },
          parameters: [
            {
              name: "description",
              in: "query",
              ...described,
              schema: { enum: ["a"], "x-enumDescriptions": { a: "The first." } },
              examples: { one: { summary: "One of them", value: { title: "data" } } },
            },
          ],
          requestBody: {
            ...described,
            content: {
              "application/json": {
                schema: { properties: { title: { ...described, default: "data" } } },
                examples: { title: { summary: "Another", ...described, value: "data" } },
              },
            },
          },
          responses: { "200": { ...described, headers: { title: described } } },
        },
      },
    },
    components: {
      ...contract.components,
      requestBodies: { description: { ...described, content: {} } },
      securitySchemes: { title: { type: "http", ...described } },
    },
  };
  const overlay = { overlay: "1.0.0", info: { title: "pl", version: "1" } };
  const findings = await checkTranslation(withOperation, {
    ...overlay,
    actions: [info, orderAction],
  });
  const places = findings.map((finding) => finding.split(" has no translation")[0]);
  const body = "paths//description/post/requestBody";
  expect(places.sort()).toEqual(
    [
      "tags/0/description",
      "paths//description/post/summary",
      "paths//description/post/x-hints/404",
      "paths//description/post/parameters/0/description",
      "paths//description/post/parameters/0/schema/x-enumDescriptions/a",
      "paths//description/post/parameters/0/examples/one/summary",
      `${body}/description`,
      `${body}/content/application/json/schema/properties/title/description`,
      `${body}/content/application/json/examples/title/summary`,
      `${body}/content/application/json/examples/title/description`,
      "paths//description/post/responses/200/description",
      "paths//description/post/responses/200/headers/title/description",
      "components/requestBodies/description/description",
      "components/securitySchemes/title/description",
    ].sort(),
  );
});

test("a text without a translation is named", async () => {
  expect(await check(orderAction)).toEqual(["info/title has no translation: Orders"]);
  const { properties: _left, ...rest } = orderAction.update;
  expect(await check(info, { ...orderAction, update: rest })).toEqual([
    "components/schemas/Order/properties/description/description has no translation: Words on it.",
  ]);
  const { "x-enumDescriptions": _out, ...others } = orderAction.update;
  expect(await check(info, { ...orderAction, update: others })).toEqual([
    "components/schemas/Order/x-enumDescriptions/done has no translation: It is over.",
  ]);
});

test("a target that matches nothing is named", async () => {
  const gone = { target: "$.components.schemas.Gone", update: { description: "Nic." } };
  expect(await check(info, orderAction, gone)).toEqual([
    "The target $.components.schemas.Gone matches nothing in the contract.",
  ]);
});

test("a translation of a text that the contract does not have is named", async () => {
  const more = {
    target: orderAction.target,
    update: { properties: { gone: { description: "Nic." } } },
  };
  expect(await check(info, orderAction, more)).toEqual([
    "components/schemas/Order/properties/gone/description is translated, but the contract has no such text.",
  ]);
});

test("a translation that changes more than texts is found", async () => {
  const retyped = { target: orderAction.target, update: { type: "array" } };
  const data = { target: orderAction.target, update: { examples: [{ description: "inne" }] } };
  const finding =
    "The translation changes more than texts: it may hold only descriptions and the like.";
  expect(await check(info, orderAction, retyped)).toEqual([finding]);
  expect(await check(info, orderAction, data)).toEqual([finding]);
});
