/**
 * Makes packages/client/src/generated/order-progress.ts: what each status of the contract means for a
 * caller that waits for an order, from the enum's `x-orderProgress`.
 */
import { parseContract, schemasOf } from "@partner-center/spec";

/** The TypeScript source of the table. @throws when the contract lacks it */
export function generateOrderProgress(bundle: string): string {
  const progress = schemasOf(parseContract(bundle)).OrderStatus?.["x-orderProgress"];
  if (!progress) throw new Error("OrderStatus has no x-orderProgress");
  return `/**
 * Generated from the contract in spec/ by packages/client/generate/. Do not edit: change the contract
 * and run \`npm run generate\`.
 */
import type { KnownOrderStatus } from "@partner-center/types";

/** What each known status means for a caller that waits for an order. */
export const orderProgress: Readonly<
  Record<KnownOrderStatus, "done" | "failed" | "unknown" | "waiting">
> = ${JSON.stringify(progress, null, 2)};
`;
}
