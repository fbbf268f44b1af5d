/**
 * Writes packages/client/src/generated/order-progress.ts: what each status of the contract means for someone
 * who waits for an order, from the enum's `x-orderProgress`.
 */
import { isObject, type JsonObject } from "../../types/generate/describe-contract.ts";

/** The TypeScript source of the table. @throws when the contract lacks it */
export function generateOrderProgress(bundle: string): string {
  const { components }: { components: { schemas: Record<string, JsonObject> } } =
    JSON.parse(bundle);
  const progress = components.schemas.OrderStatus?.["x-orderProgress"];
  if (!isObject(progress)) throw new Error("OrderStatus has no x-orderProgress");
  return `/**
 * Written from the contract in spec/ by packages/client/generate/order-progress.ts. Do not edit: change the
 * contract and run \`npm run generate\`.
 */
import type { KnownOrderStatus } from "@partner-center/types";

/** What each known status means for someone who waits for an order. */
export const orderProgress: Readonly<
  Record<KnownOrderStatus, "done" | "failed" | "unknown" | "waiting">
> = ${JSON.stringify(progress, null, 2)};
`;
}
