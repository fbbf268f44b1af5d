/**
 * Makes packages/client/src/generated/order-progress.ts: what each status of the contract means for a
 * caller that waits for an order, from the enum's `x-orderProgress`.
 */
import { parseContract, type Refuse, schemasOf, throwRefusal } from "@partner-center/spec";
import { generatedNote } from "./comments.ts";

/** The TypeScript source of the table; it is empty for a contract without orders. */
export function generateOrderProgress(bundle: string, refuse: Refuse = throwRefusal): string {
  const { OrderStatus } = schemasOf(parseContract(bundle));
  const progress = OrderStatus?.["x-orderProgress"];
  if (OrderStatus && !progress) {
    const place = ["components", "schemas", "OrderStatus"];
    refuse(
      place,
      "it has no x-orderProgress",
      "say what each status means for a caller that waits",
    );
  }
  const [imported, status] = progress
    ? ['import type { KnownOrderStatus } from "@partner-center/types";\n\n', "KnownOrderStatus"]
    : ["", "string"];
  return `${generatedNote}${imported}/** What each known status means for a caller that waits for an order. */
export const orderProgress: Readonly<
  Record<${status}, "done" | "failed" | "unknown" | "waiting">
> = ${JSON.stringify(progress ?? {}, null, 2)};
`;
}
