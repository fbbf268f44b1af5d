import { expect, test } from "vitest";
import { argumentNameOf, typeNameOf } from "../contract.ts";

test("a name is made of another's words", () => {
  expect(["getOrder", "line-item", "line.items", "$x_y"].map(typeNameOf)).toEqual([
    "GetOrder",
    "LineItem",
    "LineItems",
    "XY",
  ]);
  expect(["customer_id", "MS-CV", "$filter", "x"].map(argumentNameOf)).toEqual([
    "customerId",
    "msCv",
    "filter",
    "x",
  ]);
});
