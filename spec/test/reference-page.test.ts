import { describe, expect, test } from "vitest";
import { comparePages } from "../checks/compare-pages.ts";
import { type Facts, readPages } from "../checks/facts.ts";
import {
  type Contract,
  type Named,
  type Operation,
  operationsOf,
  type Parameter,
  parseContract,
  type Response,
  type Schema,
  schemasOf,
} from "../contract.ts";
import { bundleContract } from "../redocly.ts";

const pages = readPages();
const contract = parseContract(await bundleContract());

test("the contract states the facts of the vendor's pages", () => {
  expect(comparePages(contract, pages)).toEqual([]);
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
      "getOrder parameters inventedFlag is not on the vendor's page: give it x-addition with its source.",
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
    return comparePages({ ...contract, components: { ...contract.components, schemas } }, pages);
  }

  /** The findings when the call takes one more parameter. */
  function compareWithParameter(inventedFlag: Parameter) {
    const extended = structuredClone(contract);
    for (const { operation } of operationsOf(extended)) operation.parameters?.push(inventedFlag);
    return comparePages(extended, pages);
  }
});

describe("with several operations", () => {
  const operation: Operation = {
    operationId: "listInvented",
    parameters: [{ name: "invented", in: "query", schema: { type: "string" } }],
    requestBody: json("InventedFilter"),
    responses: { "200": json("InventedPage") },
  };
  const schemas: Named<Schema> = {
    InventedFilter: {
      properties: { word: { type: "string" } },
      "x-dotnet-type": "Invented.Filter",
    },
    InventedPage: {
      allOf: [{ $ref: "#/components/schemas/InventedPart" }],
      properties: {
        lines: { type: "array", items: { $ref: "#/components/schemas/RenewsTo" } },
        next: { type: "string", "x-addition": "seen" },
      },
      "x-dotnet-type": "Invented.Page",
    },
    InventedPart: { properties: { total: { type: "integer" } } },
  };
  const RenewsTo = "Microsoft.Partner.Services.Orders.V2.Models.RenewsTo";
  const page: Facts = {
    method: "put",
    server: "https://api.partnercenter.microsoft.com",
    path: "/invented",
    parameters: {
      invented: { in: "query", required: false, type: "string" },
      Authorization: { in: "header", required: true, type: "string" },
    },
    requestBody: { mediaTypes: ["application/json"], type: "Invented.Filter" },
    responses: { "200": { mediaTypes: ["application/json"], type: "Invented.Page" } },
    definitions: {
      [RenewsTo]: { termDuration: "string" },
      "Invented.Filter": { word: "string" },
      "Invented.Page": { lines: `${RenewsTo}[]`, total: "integer" },
    },
  };

  test("one without a page needs x-addition, and what only it uses needs none", () => {
    expect(comparePages(grown(operation), pages)).toEqual([
      "listInvented is not on the vendor's page: give it x-addition with its source, or write what its page says into spec/checks/facts/listInvented.json.",
    ]);
    const marked = grown({ ...operation, "x-addition": "seen" });
    expect(comparePages(marked, pages)).toEqual([]);
    expect(comparePages(marked, { ...pages, listInvented: page })).toEqual([
      "listInvented has x-addition and spec/checks/facts/listInvented.json: remove the one that is wrong.",
    ]);
  });

  test("each is compared with its own page, down to its request body and what it inherits", () => {
    expect(comparePages(grown(operation), { ...pages, listInvented: page })).toEqual([]);
    const listInvented: Facts = {
      ...page,
      method: "post",
      requestBody: { mediaTypes: ["application/json"], type: "Invented.Words" },
      definitions: { ...page.definitions, "Invented.Page": { lines: `${RenewsTo}[]` } },
    };
    expect(comparePages(grown(operation), { ...pages, listInvented })).toEqual([
      'listInvented method: the vendor\'s page says "post", the contract "put".',
      'listInvented requestBody type: the vendor\'s page says "Invented.Words", the contract "Invented.Filter".',
      "Page.total is not on the vendor's page: give it x-addition with its source.",
    ]);
  });

  test("a difference in what two of them use is told once", () => {
    const listInvented = structuredClone(page);
    const getOrder = structuredClone(pages.getOrder ?? page);
    for (const { definitions } of [listInvented, getOrder]) definitions[RenewsTo] = {};
    expect(comparePages(grown(operation), { getOrder, listInvented })).toEqual([
      "RenewsTo.termDuration is not on the vendor's page: give it x-addition with its source.",
    ]);
  });

  test("one that has a page and is gone is told", () => {
    expect(comparePages({ ...contract, paths: {} }, pages)).toEqual([
      "getOrder (get /v{version}/customers/{customer_id}/orders/{order_id}) has spec/checks/facts/getOrder.json, but is not in the contract.",
    ]);
  });

  /** The contract with one more operation. */
  const grown = (put: Operation): Contract => ({
    ...contract,
    paths: { ...contract.paths, "/invented": { put } },
    components: { ...contract.components, schemas: { ...schemasOf(contract), ...schemas } },
  });

  function json(schema: string): Response {
    const $ref = `#/components/schemas/${schema}`;
    return { content: { "application/json": { schema: { $ref } } } };
  }
});
