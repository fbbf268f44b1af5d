import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { comparePage } from "../checks/compare-page.ts";
import type { Contract, Schema } from "../checks/contract.ts";
import { countFacts, type Facts } from "../checks/facts.ts";
import { readPage } from "../checks/read-page.ts";
import { bundle } from "../checks/redocly.ts";
import committed from "../checks/reference-page.facts.json" with { type: "json" };

const facts: Facts = committed;
let contract: Contract;
beforeAll(async () => {
  contract = await bundle();
});

test("the committed facts are those of the page, where the page is at hand", () => {
  const besideRepository = new URL("../../../shared/reference-page.pl.txt", import.meta.url);
  const file = process.env.REFERENCE_PAGE ?? fileURLToPath(besideRepository);
  if (!existsSync(file)) {
    console.info("reference page: not at hand, only its committed facts were compared");
    return;
  }
  const read = readPage(readFileSync(file, "utf8"));
  expect(read).toEqual(facts);
  console.info(`reference page: ${countFacts(read)} equal to the committed facts`);
});

describe("the comparison sees", () => {
  test("a property that is missing", () => {
    const { status: _status, ...properties } = schema("Order").properties ?? {};
    expect(compareWith("Order", { properties })).toEqual([
      "Order.status is on the vendor's page, but not in the contract.",
    ]);
  });

  test("a property that is more, unless it is marked", () => {
    const { properties } = schema("Order");
    const more = (inventedNote: Schema) =>
      compareWith("Order", { properties: { ...properties, inventedNote } });
    expect(more({ type: "string" })).toEqual([
      "Order.inventedNote is not on the vendor's page: give it x-addition with its source.",
    ]);
    expect(more({ type: "string", "x-addition": "seen" })).toEqual([]);
  });

  test("a type or a constraint that the page lacks", () => {
    const properties = { ...schema("Order").properties };
    properties.totalPrice = { type: "string" };
    properties.creationDate = { type: "string", format: "date-time" };
    expect(compareWith("Order", { properties })).toEqual([
      'Order.creationDate: the vendor\'s page says "string", the contract "string with format".',
      'Order.totalPrice: the vendor\'s page says "number", the contract "string".',
    ]);
  });

  test("an enum value that is more, unless it is marked", () => {
    const values = [...(schema("OrderStatus").enum ?? []), "invented_value"];
    expect(compareWith("OrderStatus", { enum: values })).toEqual([
      `Order.status: "invented_value" is not on the vendor's page: give its source in the enum's x-enumAdditions.`,
    ]);
    const additions = { ...schema("OrderStatus")["x-enumAdditions"], invented_value: "seen" };
    const marked = { enum: values, "x-enumAdditions": additions };
    expect(compareWith("OrderStatus", marked)).toEqual([]);
  });

  test("an enum value that is missing", () => {
    const [first, ...others] = schema("BillingCycle").enum ?? [];
    expect(compareWith("BillingCycle", { enum: others })).toEqual([
      `Order.billingCycle: "${first}" is on the vendor's page, but not in the contract.`,
    ]);
  });

  test("a parameter that is more, unless it is marked", () => {
    const inventedFlag = { name: "inventedFlag", in: "query", schema: { type: "boolean" } };
    expect(compareWithParameter(inventedFlag)).toEqual([
      "parameters inventedFlag is not on the vendor's page: give it x-addition with its source.",
    ]);
    expect(compareWithParameter({ ...inventedFlag, "x-addition": "seen" })).toEqual([]);
  });

  test("a definition under another name", () => {
    expect(compareWith("Order", { "x-dotnet-type": "InventedOrder" })).toContain(
      "InventedOrder is not on the vendor's page: give it x-addition with its source.",
    );
  });

  const schema = (name: string) => contract.components.schemas[name] ?? {};

  /** The findings when some keywords of one schema are replaced. */
  function compareWith(name: string, keywords: object): string[] {
    const schemas = { ...contract.components.schemas, [name]: { ...schema(name), ...keywords } };
    return comparePage({ ...contract, components: { ...contract.components, schemas } }, facts);
  }

  /** The findings when the call takes one more parameter. */
  function compareWithParameter(inventedFlag: Contract["components"]["parameters"][string]) {
    const extended = structuredClone(contract);
    Object.assign(extended.components.parameters, { inventedFlag });
    for (const item of Object.values(extended.paths)) {
      for (const { parameters } of Object.values(item)) {
        parameters.push({ $ref: "#/components/parameters/inventedFlag" });
      }
    }
    return comparePage(extended, facts);
  }
});
