/**
 * Generated from the contract in spec/ by packages/client/generate/. Do not edit: change the contract
 * and run `npm run generate`.
 */
import type { KnownOrderStatus } from "@partner-center/types";

/** What each known status means for a caller that waits for an order. */
export const orderProgress: Readonly<
  Record<KnownOrderStatus, "done" | "failed" | "unknown" | "waiting">
> = {
  "cancelled": "failed",
  "completed": "done",
  "error": "failed",
  "partial_success": "failed",
  "pending": "waiting",
  "pending_po_upload": "waiting",
  "pending_review": "waiting",
  "po_review_rejected": "failed",
  "po_upload_complete": "waiting",
  "suspended": "done",
  "unknown": "unknown"
};
