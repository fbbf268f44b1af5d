import { orderStatusValues } from "@partner-center/types";
import { expect, it } from "vitest";
import { orderProgress } from "../src/generated/order-progress.ts";
import { classifyOrderStatus } from "../src/order-status.ts";

it("classifies every status as the contract does", () => {
  const classified = orderStatusValues.map((status) => [status, classifyOrderStatus(status)]);
  expect(Object.fromEntries(classified)).toEqual(orderProgress);
});

it.each([
  ["Completed", "done"],
  ["completed", "done"],
  ["pending", "waiting"],
  ["pending_review", "waiting"],
  ["pending po upload", "waiting"],
  ["po_upload_complete", "waiting"],
  ["cancelled", "failed"],
  ["suspended", "done"],
  ["partial_success", "failed"],
  ["error", "failed"],
  ["unknown", "unknown"],
  ["PoReviewRejected", "failed"],
  ["pending_invented", "waiting"],
  ["not_completed", "unknown"],
  ["errors", "unknown"],
  ["invented_rejected", "failed"],
  ["invented_status", "unknown"],
  ["", "unknown"],
  [undefined, "unknown"],
  [null, "unknown"],
  ["constructor", "unknown"],
])("%s is %s", (status, progress) => {
  expect(classifyOrderStatus(status)).toBe(progress);
});
