import type { KnownOrderStatus, Order, operations } from "@partner-center/types";
import { describe, expectTypeOf, it } from "vitest";
import {
  type AnyPartnerCenterError,
  type ApiError,
  type CallOptions,
  type Client,
  type ClientOptions,
  type Credential,
  createClient,
  createFetch,
  isApiError,
  isPartnerCenterError,
  type Result,
  type TokenCredential,
} from "../src/index.ts";

declare const client: Client;
declare const caught: unknown;
const ids = { customerId: "c", orderId: "o" };

describe("the client", () => {
  it("has every operation of the contract", () => {
    expectTypeOf<Exclude<keyof operations, keyof Client>>().toBeNever();
  });

  it("does not compile when the contract has an operation that it lacks", () => {
    type Grown = operations & { listOrders: object };
    // @ts-expect-error: listOrders is missing
    ({ getOrder: client.getOrder }) satisfies Record<keyof Grown, unknown>;
  });

  it("gives the order as the contract has it", () => {
    expectTypeOf(client.getOrder(ids)).resolves.toEqualTypeOf<Result<Order>>();
    expectTypeOf<Result<Order>["data"]["status"]>().toEqualTypeOf<Order["status"]>();
    expectTypeOf<KnownOrderStatus>().toExtend<NonNullable<Order["status"]>>();
  });

  it("asks for both ids", () => {
    // @ts-expect-error: orderId is missing
    client.getOrder({ customerId: "c" });
    // @ts-expect-error: not a number
    client.getOrder({ customerId: "c", orderId: 5 });
    // @ts-expect-error: no such parameter
    client.getOrder({ ...ids, include_price: true });
    client.getOrder({ ...ids, includePrice: undefined }, { signal: undefined, timeout: undefined });
  });

  it("takes every kind of credential", () => {
    expectTypeOf<string>().toExtend<Credential>();
    expectTypeOf<() => string>().toExtend<Credential>();
    expectTypeOf<
      () => Promise<{ token: string; expiresOnTimestamp: number }>
    >().toExtend<Credential>();
    // As @azure/core-auth has it.
    interface AzureCredential {
      getToken(
        scopes: string | string[],
        options?: { abortSignal?: AbortSignal; claims?: string },
      ): Promise<{ token: string; expiresOnTimestamp: number; tokenType?: "Bearer" } | null>;
    }
    expectTypeOf<AzureCredential>().toExtend<TokenCredential>();
    // @ts-expect-error: a credential is needed
    createClient({});
  });

  it("takes headers that may be undefined", () => {
    type Headers = NonNullable<ClientOptions["headers"]>;
    expectTypeOf<{ "x-locale": string | undefined }>().toExtend<Headers>();
    expectTypeOf<[string, string][]>().toExtend<Headers>();
    // @ts-expect-error: not a number
    createClient({ credential: "t", headers: { "x-locale": 5 } });
  });

  it("takes the platform's fetch, and its own is one", () => {
    expectTypeOf<typeof fetch>().toExtend<NonNullable<ClientOptions["fetch"]>>();
    expectTypeOf(createFetch).returns.toExtend<NonNullable<ClientOptions["fetch"]>>();
    const platform: typeof fetch = createFetch({ credential: "t" });
    expectTypeOf(platform).toBeFunction();
  });
});

it("signals may be the platform's or a polyfill's", () => {
  type Signal = NonNullable<CallOptions["signal"]>;
  expectTypeOf<AbortSignal>().toExtend<Signal>();
  expectTypeOf<Omit<AbortSignal, "reason" | "throwIfAborted">>().toExtend<Signal>();
  expectTypeOf<AbortController>().not.toExtend<Signal>();
});

describe("an error", () => {
  it("is narrowed by its guard", () => {
    if (isApiError(caught)) {
      expectTypeOf(caught).toEqualTypeOf<ApiError>();
      expectTypeOf(caught.kind).toEqualTypeOf<"api">();
      expectTypeOf(caught.sentRequestId).toEqualTypeOf<string>();
      expectTypeOf(caught.retryAfterMs).toEqualTypeOf<number | undefined>();
    }
  });

  it("is narrowed by its kind", () => {
    if (!isPartnerCenterError(caught)) return;
    expectTypeOf(caught).toEqualTypeOf<AnyPartnerCenterError>();
    expectTypeOf(caught.sentRequestId).toEqualTypeOf<string | undefined>();
    switch (caught.kind) {
      case "timeout":
        expectTypeOf(caught.scope).toEqualTypeOf<"attempt" | "total">();
        break;
      case "argument":
        expectTypeOf(caught.argument).toEqualTypeOf<string>();
        break;
      case "connection":
        expectTypeOf(caught.reason).toEqualTypeOf<"network" | "too-large" | "not-a-response">();
        break;
      case "invalid-response":
        expectTypeOf(caught.snippet).toEqualTypeOf<string>();
        break;
      case "api":
      case "credential":
        expectTypeOf(caught.path).toEqualTypeOf<string>();
        break;
      default:
        expectTypeOf(caught).toBeNever();
    }
  });
});
