import type { OrderStatus } from "@partner-center/types";
import { orderProgress } from "./generated/order-progress.ts";

/**
 * What a status means for someone who waits for an order.
 *
 * - `done`: the order went through. A `suspended` order did, too: the partner goes on being billed for it
 *   and can reactivate its subscription
 * - `waiting`: it may still change, by Microsoft's or the partner's doing: read it again later
 * - `failed`: it did not go through, or not in full, or was cancelled: someone has to act
 * - `unknown`: no status (orders of 2017 have none) or one that this version does not know
 */
export type OrderProgress = "done" | "waiting" | "failed" | "unknown";

/**
 * Says what an order's status means for someone who waits. Case, blanks and underscores do not matter.
 * @example
 * const { data: order } = await client.getOrder({ customerId, orderId });
 * if (classifyOrderStatus(order.status) === "waiting") askAgainLater();
 */
export function classifyOrderStatus(status: OrderStatus | null | undefined): OrderProgress {
  const plain = simplify(String(status));
  const known = Object.entries(orderProgress).find(([listed]) => simplify(listed) === plain);
  if (known) return known[1];
  // Statuses of the future may still say it in their names.
  if (plain.startsWith("pending")) return "waiting";
  return plain.endsWith("rejected") ? "failed" : "unknown";
}

/** The service's own pages write blanks, capitals and underscores. */
function simplify(status: string): string {
  return status.replace(/[\s_]/g, "").toLowerCase();
}
