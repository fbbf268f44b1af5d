import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Contract } from "../checks/contract.ts";
import { countFacts, type Facts } from "../checks/facts.ts";
import { readContract } from "../checks/read-contract.ts";
import { readPage } from "../checks/read-page.ts";
import { bundle } from "../checks/redocly.ts";
import committed from "../checks/reference-page.facts.json" with { type: "json" };

const facts: Facts = committed;
let contract: Contract;
beforeAll(async () => {
  contract = await bundle();
});

test("the contract states what the reference page states, and marks everything else", () => {
  expect(readContract(contract)).toEqual(facts);
  console.info(`contract: ${countFacts(facts)} equal to the reference page`);
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
  const order = "Microsoft.Partner.Services.Orders.V2.Models.Order";

  test("a member that is missing", () => {
    const { status: _status, ...properties } = schema("Order").properties ?? {};
    expect(readWith("Order", { properties })).not.toEqual(facts);
  });

  test("a member that is more, unless it is marked", () => {
    const properties = { ...schema("Order").properties, colour: { type: "string" } };
    const marked = { type: "string", "x-addition": "seen" };
    expect(readWith("Order", { properties }).definitions[order]).toHaveProperty("colour", "string");
    expect(readWith("Order", { properties: { ...properties, colour: marked } })).toEqual(facts);
  });

  test("a type or a constraint that the page lacks", () => {
    const properties = { ...schema("Order").properties };
    properties.totalPrice = { type: "string" };
    properties.creationDate = { type: "string", format: "date-time" };
    expect(readWith("Order", { properties }).definitions[order]).toMatchObject({
      totalPrice: "string",
      creationDate: "string with format",
    });
  });

  test("an enum value that is more", () => {
    const values = [...(schema("OrderStatus").enum ?? []), "lost"];
    expect(readWith("OrderStatus", { enum: values }).definitions[order]?.status).toContain("lost");
  });

  test("a definition under another name", () => {
    expect(readWith("Order", { "x-dotnet-type": "Order" })).not.toEqual(facts);
  });

  const schema = (name: string) => contract.components.schemas[name] ?? {};

  /** The facts of the contract with some keywords of one schema replaced. */
  function readWith(name: string, keywords: object): Facts {
    const schemas = { ...contract.components.schemas, [name]: { ...schema(name), ...keywords } };
    return readContract({ ...contract, components: { ...contract.components, schemas } });
  }
});
