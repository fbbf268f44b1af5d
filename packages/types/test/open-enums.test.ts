import { expect, test } from "vitest";
import {
  billingCycleValues,
  isKnownBillingCycle,
  isKnownOrderStatus,
  orderStatusValues,
} from "../src/index.ts";

test("the lists hold the values of the reference page", () => {
  expect([...billingCycleValues].sort()).toEqual(
    ["annual", "monthly", "none", "one_time", "triennial", "unknown"], // biome-ignore format: one list
  );
  expect([...orderStatusValues].sort()).toEqual([
    "cancelled",
    "completed",
    "error",
    "partial_success",
    "pending",
    "pending_po_upload",
    "pending_review",
    "po_review_rejected",
    "po_upload_complete",
    "suspended",
    "unknown",
  ]);
});

test("a guard knows every value of its list", () => {
  expect(orderStatusValues.filter(isKnownOrderStatus)).toEqual(orderStatusValues);
  expect(billingCycleValues.filter(isKnownBillingCycle)).toEqual(billingCycleValues);
});

test.each(["expired", "Completed", "", " completed", "toString", "__proto__"])(
  "a guard refuses the status %j, which the contract doesn't list",
  (value) => {
    expect(isKnownOrderStatus(value)).toBe(false);
  },
);

test.each([undefined, null, 3, true, ["completed"], {}])(
  "a guard refuses %j, which is no string",
  (value) => {
    expect(isKnownOrderStatus(value)).toBe(false);
    expect(isKnownBillingCycle(value)).toBe(false);
  },
);
