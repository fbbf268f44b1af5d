import { type Contract, operationsOf } from "@partner-center/spec";
import { expect, test } from "vitest";
import { placesIn } from "../sources/reference/places.ts";

const contract: Contract = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1.0.0" },
  paths: {
    "/order": { get: { operationId: "Order" }, put: {} },
    "/again": { get: { operationId: "twice" }, put: { operationId: "twice" } },
  },
  components: { schemas: { Order: {}, order: {}, twice: {} } },
};
const places = placesIn(contract);

test("an operation and a schema of the same name have pages of their own", () => {
  const [first] = operationsOf(contract);
  if (!first) throw new Error("There is an operation");
  expect(places.operation(first)).toBe("reference/operations/Order/");
  expect(places.schema("Order")).toBe("reference/schemas/Order/");
});

test("no page is another's, on a disk that ignores case neither", () => {
  const paths = [
    ...operationsOf(contract).map((placed) => places.operation(placed)),
    ...["Order", "order", "twice"].map((name) => places.schema(name)),
  ];
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(7);
});

test("the page of nothing is an error, not a broken link", () => {
  expect(() => places.schema("Unheard")).toThrow("nothing called Unheard");
});
