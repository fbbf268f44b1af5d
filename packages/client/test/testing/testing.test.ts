import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { operationsOf } from "@partner-center/spec";
import { expect, test } from "vitest";
import { createClient, isApiError, isConnectionError, isTimeoutError } from "../../src/index.ts";
import {
  createTestFetch,
  type ExampleName,
  examples,
  type OperationResponses,
  type TestResponse,
} from "../../src/testing/index.ts";

const require = createRequire(import.meta.url);
const contract = JSON.parse(
  readFileSync(require.resolve("@partner-center/types/openapi.json"), "utf8"),
);

const { getOrder: ofGetOrder } = examples;
const names = Object.keys(ofGetOrder) as (keyof typeof ofGetOrder)[];

function getOrder(...responses: TestResponse[]) {
  const fetch = createTestFetch(...responses);
  const client = createClient({
    credential: "test",
    fetch,
    retry: { minDelay: 0, maxDelay: 0 },
    timeout: { attempt: responses.includes("timeout") ? 5 : false },
  });
  return { fetch, call: client.getOrder({ customerId: "a", orderId: "b" }) };
}

test("the fixtures of all operations are the contract's examples of responses", () => {
  const values = Object.entries<{ value: unknown }>(contract.components.examples).map(
    ([name, { value }]) => [name, value],
  );
  const all: object = Object.fromEntries(values);
  const fixtures: object = Object.assign({}, ...Object.values(examples));
  expect(all).toMatchObject(fixtures);
  const ofOrders = Object.keys(all).filter((name) => /^(order|fault)-/.test(name));
  expect(Object.keys(ofGetOrder).sort()).toEqual(ofOrders.sort());
});

test("without a response given, the first order is sent", async () => {
  const { data, status } = await getOrder().call;
  expect({ data, status }).toEqual({
    data: ofGetOrder["order-new-commerce-completed"],
    status: 200,
  });
});

test.each(names.filter((name) => name.startsWith("order")))(
  "%s is sent by its name",
  async (name) => {
    expect((await getOrder(name).call).data).toEqual(ofGetOrder[name]);
  },
);

test.each(names.filter((name) => name.startsWith("fault")))(
  "%s rejects with its status",
  async (name) => {
    const error = await getOrder(name).call.catch((reason: unknown) => reason);
    expect(isApiError(error) && error.status).toBe(Number(name.split("-")[1]));
  },
);

test("429, then an order: the client tries again without waiting", async () => {
  const { fetch, call } = getOrder(429, "order-legacy");
  expect((await call).data).toEqual(ofGetOrder["order-legacy"]);
  expect(fetch.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(
    Array(2).fill("GET https://api.partnercenter.microsoft.com/v1/customers/a/orders/b"),
  );
});

test("the ids and the token that were sent are seen, and the ids come back", async () => {
  const { fetch, call } = getOrder();
  const { requestId, correlationId } = await call;
  const [request] = fetch.requests;
  expect(request?.headers.get("ms-requestid")).toBe(requestId);
  expect(request?.headers.get("ms-correlationid")).toBe(correlationId);
  expect(request?.headers.get("authorization")).toBe("Bearer test");
});

test("a request without ids gets those of the contract", async () => {
  const response = await createTestFetch()("http://127.0.0.1/v1/customers/a/orders/b");
  expect(response.headers.get("ms-requestid")).toMatch(/^[\da-f-]{36}$/);
});

test("a timeout is a timeout, and a lost connection a lost connection", async () => {
  const timeout = await getOrder("timeout").call.catch((reason: unknown) => reason);
  expect(isTimeoutError(timeout)).toBe(true);
  const reset = await getOrder("reset").call.catch((reason: unknown) => reason);
  expect(isConnectionError(reset)).toBe(true);
});

test("an aborted request ends at once", async () => {
  const fetch = createTestFetch("timeout");
  const signal = AbortSignal.abort(new Error("enough"));
  const url = "http://127.0.0.1/v1/customers/a/orders/b";
  await expect(fetch(url, { signal })).rejects.toThrow("enough");
});

test("a body that is cut is read again", async () => {
  const { fetch, call } = getOrder("cut", 200);
  expect((await call).status).toBe(200);
  expect(fetch.requests).toHaveLength(2);
});

test("any part of a response can be one's own", async () => {
  const status = "invented_status";
  const own = await getOrder({ body: { id: "a", status }, headers: { "x-own": "1" } }).call;
  expect(own.data).toEqual({ id: "a", status });
  expect(own.headers.get("x-own")).toBe("1");

  const odd = await getOrder({ status: 503, body: "busy" }).call.catch((reason: unknown) => reason);
  expect(isApiError(odd) && odd.status).toBe(503);
  const asOther = getOrder({ example: "fault-404-order-not-found", status: 410 });
  const other = await asOther.call.catch((reason: unknown) => reason);
  expect(isApiError(other) && [other.status, other.code]).toEqual([410, "20000"]);
  const empty = await createTestFetch(204)("http://127.0.0.1/v1/customers/a/orders/b");
  expect(empty.body).toBe(null);
});

test("what the contract does not know is refused with its name", async () => {
  const fetch = createTestFetch();
  await expect(fetch("http://127.0.0.1/v1/customers")).rejects.toThrow(
    "The contract has no GET /v1/customers",
  );
  const post = fetch("http://127.0.0.1/v1/customers/a/orders/b", { method: "POST" });
  await expect(post).rejects.toThrow("The contract has no POST");
  // Callers in plain JavaScript may give any name.
  const unknown = createTestFetch("order-invented" as ExampleName);
  await expect(unknown("http://127.0.0.1/v1/customers/a/orders/b")).rejects.toThrow(
    'no example "order-invented"',
  );
});

test("an operation has its own responses, and without any its first success", async () => {
  const fetch = createTestFetch({ getOrder: [429, "order-legacy"] });
  const client = createClient({ credential: "test", fetch, retry: { minDelay: 0, maxDelay: 0 } });
  const ids = { customerId: "a", orderId: "b" };
  expect((await client.getOrder(ids)).data).toEqual(ofGetOrder["order-legacy"]);
  expect((await client.getOrder(ids)).data).toEqual(ofGetOrder["order-legacy"]);
  expect(fetch.requests.map(({ operation }) => operation)).toEqual(Array(3).fill("getOrder"));
  const first = await createTestFetch({ getOrder: [] })("http://127.0.0.1/v1/customers/a/orders/b");
  expect(await first.json()).toEqual(ofGetOrder["order-new-commerce-completed"]);
});

test("operations that the contract does not have are refused", () => {
  const has = operationsOf(contract)
    .map(({ id }) => id)
    .join(", ");
  // @ts-expect-error no such operation
  expect(() => createTestFetch({ inventedOperation: [429] })).toThrow(
    `The contract has no operation inventedOperation; it has ${has}`,
  );
  // @ts-expect-error no such example of the operation
  createTestFetch({ getOrder: ["invented-example"] });
  // Callers in plain JavaScript may forget the list.
  const bare = { getOrder: 429 } as unknown as OperationResponses;
  expect(() => createTestFetch(bare)).toThrow("Give the responses to getOrder as a list");
});
