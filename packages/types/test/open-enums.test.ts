import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import {
  billingCycleValues,
  isKnownBillingCycle,
  isKnownOrderStatus,
  orderStatusValues,
} from "../src/index.ts";

const { components } = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve("@partner-center/types/openapi.json"),
    "utf8",
  ),
);

test("the lists hold the values of the contract", () => {
  expect(billingCycleValues).toEqual(components.schemas.BillingCycle.enum);
  expect(orderStatusValues).toEqual(components.schemas.OrderStatus.enum);
});

test("a guard knows every value of its list", () => {
  expect(orderStatusValues.filter(isKnownOrderStatus)).toEqual(orderStatusValues);
  expect(billingCycleValues.filter(isKnownBillingCycle)).toEqual(billingCycleValues);
});

test.each(["invented_status", "Completed", "", " completed", "toString", "__proto__"])(
  "a guard refuses the status %j, which the contract doesn't list",
  (value) => {
    expect(isKnownOrderStatus(value)).toBe(false);
  },
);

test.each([undefined, null, 3, true, ["completed"], {}])(
  "a guard refuses %j, which is not a string",
  (value) => {
    expect(isKnownOrderStatus(value)).toBe(false);
    expect(isKnownBillingCycle(value)).toBe(false);
  },
);
