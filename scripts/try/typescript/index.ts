/** Uses each part of the packages once, with what must not compile beside what must. */
import {
  type Client,
  createClient,
  createFetch,
  isApiError,
  isPartnerCenterError,
  type Result,
} from "@partner-center/client";
import { createTestFetch, examples } from "@partner-center/client/testing";
import { schemas, validate } from "@partner-center/client/validate";
import {
  type GetOrderParams,
  isKnownOrderStatus,
  type KnownOrderStatus,
  type Order,
  type OrderStatus,
  orderStatusValues,
  type paths,
  specVersion,
} from "@partner-center/types";

const client: Client = createClient({
  credential: async () => ({ token: "token", expiresOnTimestamp: 0 }),
  baseUrl: "http://127.0.0.1:1",
});

export async function read(): Promise<number> {
  try {
    const result: Result<Order> = await client.getOrder(
      { customerId: "a", orderId: "b", includePrice: true },
      { signal: new AbortController().signal },
    );
    const sent: Order = result.data;
    const lines = sent.lineItems?.map((line) => line.offerId?.length ?? 0) ?? [];
    // @ts-expect-error no such property
    result.data.statuss;
    // @ts-expect-error a required argument
    await client.getOrder({ customerId: "a" });
    return lines.length;
  } catch (error) {
    if (isApiError(error)) return error.status;
    if (isPartnerCenterError(error) && error.kind === "timeout") return error.timeoutMs;
    throw error;
  }
}

export const listed: OrderStatus = "completed";
export const unlisted: OrderStatus = "of tomorrow";
// @ts-expect-error a status is a string
export const wrong: OrderStatus = 1;

export function narrow(status: OrderStatus): KnownOrderStatus {
  return isKnownOrderStatus(status) ? status : "unknown";
}

export const values: readonly KnownOrderStatus[] = orderStatusValues;
export const version: string = specVersion;
export const parameters: GetOrderParams = {
  path: { version: "1", customer_id: "a", order_id: "b" },
};
export const schema: { readonly "~standard": { readonly version: 1 } } = schemas.Order;
export const tested: Client = createClient({
  credential: "token",
  fetch: createTestFetch(429, "order-legacy", { body: examples.getOrder["order-minimal"] }),
  validate: validate({ mode: "throw" }),
});
// @ts-expect-error no such example
createTestFetch("order-of-tomorrow");
export const byOperation = createTestFetch({ getOrder: [429, "order-legacy"] });
// @ts-expect-error no such operation
createTestFetch({ inventedOperation: [429] });
export type Operation = paths["/v{version}/customers/{customer_id}/orders/{order_id}"]["get"];
export const response: Promise<Response> = createFetch({ credential: "token" })(
  "http://127.0.0.1:1",
);
