import type { Order, OrderStatus } from "@partner-center/types";
import { expectTypeOf, test } from "vitest";
import { type Client, createClient, type Result } from "../src/index.ts";
import { createTestFetch, examples } from "../src/testing/index.ts";

test("the order is the contract's, property for property", () => {
  type Got = Awaited<ReturnType<Client["getOrder"]>>;
  expectTypeOf<Got>().toEqualTypeOf<Result<Order>>();
  expectTypeOf<Got["data"]>().toEqualTypeOf<Order>();
  // Nothing is made read-only, and open enums stay open, however deep.
  expectTypeOf<NonNullable<Got["data"]["lineItems"]>>().toEqualTypeOf<
    NonNullable<Order["lineItems"]>
  >();
  expectTypeOf<Got["data"]["status"]>().toEqualTypeOf<OrderStatus | undefined>();
});

test("a received order can be passed to any function that takes an order, and back", async () => {
  const client = createClient({ credential: "test", fetch: createTestFetch() });
  const { data } = await client.getOrder({ customerId: "a", orderId: "b" });
  const store = (order: Order): Order => order;
  const kept: Order = store(data);
  const again: typeof data = kept;
  again.lineItems?.push({ quantity: 1 });
  expectTypeOf(examples.getOrder["order-legacy"]).toEqualTypeOf<typeof data>();
  // @ts-expect-error an order has no such property
  void data.statuss;
  // @ts-expect-error a quantity is a number
  again.lineItems?.push({ quantity: "1" });
});
