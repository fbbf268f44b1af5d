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
