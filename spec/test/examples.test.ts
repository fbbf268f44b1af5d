import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { samplesFolder } from "../checks/check-samples.ts";
import { type Contract, lookUp } from "../checks/contract.ts";
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

test("the orders show every member and every enum value of the contract", () => {
  const shown = new Set<string>();
  for (const [, { value }] of [...values("order-"), ...values("fault-")]) collect(value, shown);
  const { schemas } = contract.components;
  const members = Object.values(schemas).flatMap(({ properties = {} }) => Object.keys(properties));
  const enumValues = Object.values(schemas).flatMap((schema) => schema.enum ?? []);
  // The links of an order have no body and no headers, so there is nothing to show inside.
  const neverSent = ["body", "key", "value"];
  const wanted = [...members, ...enumValues].filter((name) => !neverSent.includes(name));
  expect(wanted.filter((name) => !shown.has(name))).toEqual([]);
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

/** Gathers the names of all members, and all texts. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === "string") into.add(value);
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    into.add(key);
    collect(member, into);
  }
}
