import { expect, test } from "@jest/globals";
import { ApiError, createClient, isApiError } from "@partner-center/client";
import { createTestFetch, examples } from "@partner-center/client/testing";
import { inspect } from "@partner-center/client/validate";
import { isKnownOrderStatus } from "@partner-center/types";

const ids = {
  customerId: "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8",
  orderId: "9e41c07b52da",
};

test("an order is read", async () => {
  const client = createClient({ credential: "token", baseUrl: "http://127.0.0.1:4010" });
  const { data } = await client.getOrder(ids);
  expect(inspect("Order", data).violations).toEqual([]);
  expect(isKnownOrderStatus(data.status)).toBe(true);
  process.stdout.write(`${process.version} ${JSON.stringify(data)}\n`);
});

test("an error is an instance of its class, shared by all entries of the package", async () => {
  const client = createClient({ credential: "token", fetch: createTestFetch(404, "order-legacy") });
  const error = await client.getOrder(ids).catch((error) => error);
  expect(error).toBeInstanceOf(ApiError);
  expect(isApiError(error)).toBe(true);
  const { data } = await client.getOrder(ids);
  expect(data).toEqual(examples.getOrder["order-legacy"]);
});
