import { describe, expect, test } from "vitest";
import { comparePage } from "../checks/compare-page.ts";
import type { Facts } from "../checks/facts.ts";
import committed from "../checks/reference-page.facts.json" with { type: "json" };
import {
  operationsOf,
  type Parameter,
  parseContract,
  type Schema,
  schemasOf,
} from "../contract.ts";
import { bundleContract } from "../redocly.ts";

const facts: Facts = committed;
const contract = parseContract(await bundleContract());

test("the contract states the facts of the vendor's page", () => {
  expect(comparePage(contract, facts)).toEqual([]);
});

describe("the comparison sees", () => {
  test("a property that is missing", () => {
    const { status: _status, ...properties } = schema("Order").properties ?? {};
    expect(compareWith("Order", { properties })).toEqual([
      "Order.status is on the vendor's page, but not in the contract.",
    ]);
  });

  test("an additional property, unless it is marked", () => {
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

  test("an additional enum value, unless it is marked", () => {
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

  test("an additional parameter, unless it is marked", () => {
    const inventedFlag: Parameter = {
      name: "inventedFlag",
      in: "query",
      schema: { type: "boolean" },
    };
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

  const schema = (name: string) => schemasOf(contract)[name] ?? {};

  /** The findings when some keywords of one schema are replaced. */
  function compareWith(name: string, keywords: object): string[] {
    const schemas = { ...schemasOf(contract), [name]: { ...schema(name), ...keywords } };
    return comparePage({ ...contract, components: { ...contract.components, schemas } }, facts);
  }

  /** The findings when the call takes one more parameter. */
  function compareWithParameter(inventedFlag: Parameter) {
    const extended = structuredClone(contract);
    for (const { operation } of operationsOf(extended)) operation.parameters?.push(inventedFlag);
    return comparePage(extended, facts);
  }
});
