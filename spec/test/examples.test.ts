import { expect, test } from "vitest";
import { findUnshown } from "../checks/find-unshown.ts";
import { operationsOf, parseContract, resolve } from "../contract.ts";
import { bundleContract } from "../redocly.ts";
import { closeObjects, createValidator } from "./validator.ts";

const contract = parseContract(await bundleContract());
const examples = Object.entries(contract.components?.examples ?? {});
const valuesOf = (prefix: string) =>
  examples
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, example]) => ({ name, value: resolve(contract, example).value }));
const responses = operationsOf(contract).flatMap(({ operation }) =>
  Object.values(operation.responses ?? {}).map((response) => resolve(contract, response)),
);

test("every example fits its schema, and no property that the schema lacks", () => {
  const closed = closeObjects(contract);
  const order = createValidator(closed, "Order");
  const fault = createValidator(closed, "ApiFault");
  const misfits = [
    ...valuesOf("order-").map(({ name, value }) => ({ name, deviations: order(value) })),
    ...valuesOf("fault-").map(({ name, value }) => ({ name, deviations: fault(value) })),
  ];
  expect(misfits).toHaveLength(examples.length);
  expect(misfits.filter(({ deviations }) => deviations.length > 0)).toEqual([]);
});

test("a fault carries its status in its name, and every error status has one", () => {
  const statuses = new Set(valuesOf("fault-").map(({ name }) => name.split("-")[1]));
  expect([...statuses]).toEqual(["400", "401", "403", "404", "429", "500"]);
});

test("a property or an enum value that no example shows is named", () => {
  const schemas = {
    InventedThing: { properties: { inventedNote: { type: "string" }, id: { type: "string" } } },
    InventedKind: {
      enum: ["completed", "invented_value", "invented_example"],
      examples: ["invented_example"],
    },
  };
  const extended = { ...contract, components: { ...contract.components, schemas } };
  expect(findUnshown(extended)).toEqual([
    "InventedThing.inventedNote is in no example: show it in components/examples.",
    'InventedKind "invented_value" is in no example: show it there or in the enum\'s examples.',
  ]);
});

test("both JSON media types of a response show the same examples, the XML ones the first", () => {
  for (const { content = {} } of responses) {
    const [json, text, ...xml] = Object.values(content).map(({ examples = {} }) =>
      Object.keys(examples),
    );
    expect(text).toEqual(json);
    expect(xml).toEqual([json?.slice(0, 1), json?.slice(0, 1)]);
  }
});

test("the first example of an order is a completed one, which the mock serves by default", () => {
  const [found] = responses;
  expect(Object.keys(found?.content?.["application/json"]?.examples ?? {})[0]).toBe(
    "order-new-commerce-completed",
  );
});
