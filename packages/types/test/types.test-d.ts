import { expectTypeOf, test } from "vitest";
import {
  type ApiFault,
  type BillingCycle,
  type components,
  type GetOrderError,
  type GetOrderParams,
  type GetOrderResponse,
  isKnownOrderStatus,
  type KeyValuePair,
  type KnownBillingCycle,
  type KnownOrderStatus,
  type Link,
  type Order,
  type OrderLineItem,
  type OrderStatus,
  type operations,
  orderStatusValues,
  type paths,
} from "../src/index.ts";

test("an open enum takes the contract's values and any other string", () => {
  expectTypeOf<"completed">().toExtend<OrderStatus>();
  expectTypeOf<"invented_status">().toExtend<OrderStatus>();
  expectTypeOf<string>().toExtend<BillingCycle>();
  // @ts-expect-error a status is a string
  const status: OrderStatus = 3;
  void status;
});

test("the known values are a closed union", () => {
  expectTypeOf<"monthly">().toExtend<KnownBillingCycle>();
  expectTypeOf<string>().not.toExtend<KnownBillingCycle>();
  // @ts-expect-error not a value that the contract lists
  const status: KnownOrderStatus = "invented_status";
  void status;
});

test("the guard narrows to the closed union", () => {
  const status = "" as OrderStatus | undefined;
  if (isKnownOrderStatus(status)) expectTypeOf(status).toEqualTypeOf<KnownOrderStatus>();
  expectTypeOf(orderStatusValues).toEqualTypeOf<readonly KnownOrderStatus[]>();
});

test("a switch over the known values with a default is exhaustive", () => {
  const describe = (cycle: Extract<KnownBillingCycle, "monthly" | "annual">): number => {
    switch (cycle) {
      case "monthly":
        return 12;
      case "annual":
        return 1;
      default:
        expectTypeOf(cycle).toBeNever();
        return cycle;
    }
  };
  void describe;
});

test("no property of an order is required, and each has the contract's type", () => {
  expectTypeOf<Record<never, never>>().toExtend<Order>();
  expectTypeOf<Order["status"]>().toEqualTypeOf<OrderStatus | undefined>();
  expectTypeOf<Order["creationDate"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Order["totalPrice"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Order["lineItems"]>().toEqualTypeOf<OrderLineItem[] | undefined>();
  expectTypeOf<OrderLineItem["customTermEndDate"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<OrderLineItem["provisioningContext"]>().toEqualTypeOf<
    { [key: string]: string } | undefined
  >();
  expectTypeOf<OrderLineItem["additionalPartnerIdsOnRecord"]>().toEqualTypeOf<
    string[] | undefined
  >();
  expectTypeOf<Link["headers"]>().toEqualTypeOf<KeyValuePair[] | undefined>();
  // @ts-expect-error the contract has no such property
  const order: Order = { statuss: "completed" };
  void order;
});

test("a fault is open and its code is a string or a number", () => {
  expectTypeOf<ApiFault["code"]>().toEqualTypeOf<string | number | undefined>();
  expectTypeOf<ApiFault["anything else"]>().toEqualTypeOf<unknown>();
});

test("an operation's shapes have names of their own", () => {
  expectTypeOf<GetOrderResponse>().toEqualTypeOf<Order>();
  expectTypeOf<GetOrderError>().toEqualTypeOf<ApiFault>();
  expectTypeOf<GetOrderParams["path"]>().toEqualTypeOf<{
    version: string;
    customer_id: string;
    order_id: string;
  }>();
  expectTypeOf<GetOrderParams["query"]>().toEqualTypeOf<{ include_price?: boolean } | undefined>();
});

test("paths, operations and components lead to the same declarations", () => {
  expectTypeOf<components["schemas"]["Order"]>().toEqualTypeOf<Order>();
  expectTypeOf<
    paths["/v{version}/customers/{customer_id}/orders/{order_id}"]["get"]
  >().toEqualTypeOf<operations["getOrder"]>();
});

test("a switch over an open enum narrows each case, and leaves the rest to its default", () => {
  const describe = (status: OrderStatus): string => {
    switch (status) {
      case "completed":
        expectTypeOf(status).toEqualTypeOf<"completed" | (string & {})>();
        return "done";
      case "pending":
      case "pending_review":
        return "waiting";
      default:
        // Whatever is not listed above, future values included: still a string.
        expectTypeOf(status).toEqualTypeOf<
          Exclude<KnownOrderStatus, "completed" | "pending" | "pending_review"> | (string & {})
        >();
        return status;
    }
  };
  void describe;
});

test("behind the guard, a switch is exhaustive and knows no other value", () => {
  const describe = (status: OrderStatus): number => {
    if (!isKnownOrderStatus(status)) {
      expectTypeOf(status).toExtend<string>();
      return 0;
    }
    switch (status) {
      case "completed":
        expectTypeOf(status).toEqualTypeOf<"completed">();
        return 1;
      // @ts-expect-error not a value that the contract lists
      case "invented_status":
        return 2;
      default:
        expectTypeOf(status).toEqualTypeOf<Exclude<KnownOrderStatus, "completed">>();
        return 3;
    }
  };
  void describe;
});
