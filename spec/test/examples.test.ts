import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { samplesFolder } from "../checks/check-samples.ts";
import { type Contract, lookUp } from "../checks/contract.ts";
import { findUnshown } from "../checks/find-unshown.ts";
import { bundle } from "../checks/redocly.ts";
import { closeObjects, createValidator } from "../checks/validator.ts";

let contract: Contract;
beforeAll(async () => {
  contract = await bundle();
});

const values = (prefix: string) =>
  Object.entries(contract.components.examples).filter(([name]) => name.startsWith(prefix));

test("every example fits its schema, and has no member that the schema lacks", () => {
  const closed = closeObjects(contract);
  const order = createValidator(closed, "Order");
  const fault = createValidator(closed, "ApiFault");
  const misfits = [
    ...values("order-").map(([name, { value }]) => [name, order(value)]),
    ...values("fault-").map(([name, { value }]) => [name, fault(value)]),
  ];
  expect(misfits).toHaveLength(Object.keys(contract.components.examples).length);
  expect(misfits.filter(([, deviations]) => deviations?.length)).toEqual([]);
});

test("a fault carries its status in its name, and every error status has one", () => {
  const statuses = new Set(values("fault-").map(([name]) => name.split("-")[1]));
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
  for (const response of Object.values(contract.components.responses)) {
    const [json, text, ...xml] = Object.values(response.content).map(({ examples }) =>
      Object.keys(examples),
    );
    expect(text).toEqual(json);
    expect(xml).toEqual([json?.slice(0, 1), json?.slice(0, 1)]);
  }
});

test("the first example of an order is a completed one, which the mock serves by default", () => {
  const { content } = lookUp(contract.components.responses, "OrderFound");
  expect(Object.keys(content["application/json"]?.examples ?? {})[0]).toBe(
    "order-new-commerce-completed",
  );
});

test("no ID of a published sample is used, where the samples are at hand", () => {
  const samples = samplesFolder();
  if (samples === undefined) {
    console.info("samples: not at hand, IDs were not compared");
    return;
  }
  const published = ["orders", "errors"].flatMap((kind) =>
    readdirSync(join(samples, kind)).map((file) => readFileSync(join(samples, kind, file), "utf8")),
  );
  const ids = new Set(published.join("\n").match(identifiers));
  const ours = JSON.stringify(contract).match(identifiers) ?? [];
  expect(ours.filter((id) => ids.has(id))).toEqual([]);
});

/** GUIDs, 12 hexadecimal digits, and long mixes of letters and digits. */
const identifiers =
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{12}\b|[\w-]{33}|\b(?=[A-Z]*\d)[A-Z\d]{12}\b/gi;
