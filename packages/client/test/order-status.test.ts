import { orderStatusValues } from "@partner-center/types";
import { expect, it } from "vitest";
import { classifyOrderStatus } from "../src/order-status.ts";

it("classifies every status of the contract", () => {
  const classified = orderStatusValues.map((status) => [status, classifyOrderStatus(status)]);
  expect(Object.fromEntries(classified)).toEqual({
    completed: "done",
    pending: "waiting",
    pending_review: "waiting",
    pending_po_upload: "waiting",
    po_upload_complete: "waiting",
    cancelled: "failed",
    suspended: "failed",
    partial_success: "failed",
    error: "failed",
    po_review_rejected: "failed",
    unknown: "unknown",
  });
});

it.each([
  ["Completed", "done"],
  ["pending po upload", "waiting"],
  ["PoReviewRejected", "failed"],
  ["pending_something_new", "waiting"],
  ["not_completed", "unknown"],
  ["errors", "unknown"],
  ["something_rejected", "failed"],
  ["expired", "unknown"],
  ["", "unknown"],
  [undefined, "unknown"],
  [null, "unknown"],
  ["constructor", "unknown"],
])("%s is %s", (status, progress) => {
  expect(classifyOrderStatus(status)).toBe(progress);
});
