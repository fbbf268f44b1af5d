import type { Order } from "@partner-center/types";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import ky from "ky";
import { afterEach, expect, expectTypeOf, test, vi } from "vitest";
import { createClient, InvalidResponseError } from "../../src/index.ts";
import { createTestFetch, examples, type TestResponse } from "../../src/testing/index.ts";
import { inspect, schemas, type ValidationReport, validate } from "../../src/validate/index.ts";
import { getOrder } from "./get-order.ts";

afterEach(() => vi.restoreAllMocks());

const clean = { violations: [], notices: [] };

test.each(Object.entries(examples.getOrder))(
  "%s keeps the contract, without a notice",
  (name, body) => {
    const schema = name.startsWith("order") ? "Order" : "ApiFault";
    expect(inspect(schema, body)).toEqual(clean);
  },
);

test.each<[string, unknown, string, string]>([
  ["a number for a string", { id: 7 }, "/id", "must be string"],
  ["a string for a number", { totalPrice: "7" }, "/totalPrice", "must be number"],
  [
    "a fraction for a whole number",
    { lineItems: [{ quantity: 1.5 }] },
    "/lineItems/0/quantity",
    "must be integer",
  ],
  ["an object for an array", { lineItems: {} }, "/lineItems", "must be array"],
  ["a string for an object", { links: "none" }, "/links", "must be object"],
  ["an array for an object", { client: [] }, "/client", "must be object"],
  ["a number for an open enum", { status: 1 }, "/status", "must be string"],
  ["null in an array", { lineItems: [{}, null] }, "/lineItems/1", "must be object"],
  [
    "a number in a map",
    { lineItems: [{ provisioningContext: { "a/b~": 1 } }] },
    "/lineItems/0/provisioningContext/a~1b~0",
    "must be string",
  ],
  [
    "a wrong part of a link",
    { links: { self: { headers: [{ key: 1 }] } } },
    "/links/self/headers/0/key",
    "must be string",
  ],
  ["null for the order", null, "", "must be object"],
  ["a string for the order", "order", "", "must be object"],
])("%s is a violation", (_what, order, pointer, message) => {
  // biome-ignore format: a table
  expect(inspect("Order", order)).toEqual({ violations: [{ pointer, message }], notices: [] });
});

test.each<[string, unknown, string, string]>([
  [
    "a value that an open enum lacks",
    { status: "invented_status" },
    "/status",
    "is not among the listed values",
  ],
  [
    "another casing of a listed value",
    { billingCycle: "Annual" },
    "/billingCycle",
    "is not among the listed values",
  ],
  [
    "a property that the contract lacks",
    { inventedNote: "Enjoy" },
    "/inventedNote",
    "is not in the contract",
  ],
  [
    "an unknown property of a line",
    { lineItems: [{ "a/b": 1 }] },
    "/lineItems/0/a~1b",
    "is not in the contract",
  ],
  [
    "a property called __proto__",
    JSON.parse('{"__proto__":{"id":7}}'),
    "/__proto__",
    "is not in the contract",
  ],
  ["null for a string", { currencyCode: null }, "/currencyCode", "is null"],
  ["null for an object", { lineItems: [{ pricing: null }] }, "/lineItems/0/pricing", "is null"],
  ["null for an open enum", { status: null }, "/status", "is null"],
  ["null for an array", { lineItems: null }, "/lineItems", "is null"],
])("%s is a notice", (_what, order, pointer, message) => {
  // biome-ignore format: a table
  expect(inspect("Order", order)).toEqual({ violations: [], notices: [{ pointer, message }] });
});

test("everything that differs is reported at once", () => {
  const { violations, notices } = inspect("Order", {
    id: 1,
    links: 2,
    inventedNote: 3,
    status: null,
  });
  expect(violations.map(({ pointer }) => pointer).sort()).toEqual(["/id", "/links"]);
  expect(notices.map(({ pointer }) => pointer).sort()).toEqual(["/inventedNote", "/status"]);
});

test("in the mode throw, an order that breaks the contract rejects with each place", async () => {
  const error = await getOrder({ id: 1, lineItems: [{ quantity: "2" }] }, { mode: "throw" }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error).toMatchObject({
    kind: "invalid-response",
    status: 200,
    message: expect.stringContaining(
      "200, but the JSON breaks the contract: /id must be string, /lineItems/0/quantity must be integer",
    ),
    violations: [
      { pointer: "/id", message: "must be string" },
      { pointer: "/lineItems/0/quantity", message: "must be integer" },
    ],
  });
});

test("in the mode throw, notices fail nothing", async () => {
  const body = { id: "a", status: "invented_status", inventedNote: 1, currencyCode: null };
  const reports: ValidationReport[] = [];
  const report = (found: ValidationReport) => reports.push(found);
  expect((await getOrder(body, { mode: "throw", report })).data).toEqual(body);
  expect(reports.map(({ notices }) => notices.length)).toEqual([3]);
});

test("in the mode warn, which is the default, a response with violations is one warning", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const body = { id: 1, totalPrice: "2", inventedNote: 2 };
  expect((await getOrder(body)).data).toEqual(body);
  expect(warn.mock.calls).toEqual([
    [
      "@partner-center/client: the response to getOrder breaks the contract: /id must be string, /totalPrice must be number",
    ],
  ]);
});

test("an order that keeps the contract is not reported", async () => {
  const report = vi.fn();
  await getOrder(examples.getOrder["order-legacy"], { report });
  expect(report).not.toHaveBeenCalled();
});

test("a fault is not compared with the contract of orders", async () => {
  const client = createClient({
    credential: "test",
    fetch: createTestFetch(404),
    validate: validate({ mode: "throw" }),
  });
  await expect(client.getOrder({ customerId: "a", orderId: "b" })).rejects.toMatchObject({
    kind: "api",
  });
});

test("the schema is a Standard Schema of orders", () => {
  expectTypeOf(schemas.Order).toExtend<StandardSchemaV1<unknown, Order>>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof schemas.Order>>().toEqualTypeOf<Order>();
  const order = { id: "a", status: "invented_status", inventedNote: null };
  const { validate } = schemas.Order["~standard"];
  expect(validate(order)).toEqual({ value: order });
  expect(validate({ lineItems: [{ friendlyName: "a" }, { quantity: "2" }] })).toEqual({
    issues: [
      {
        message: "/lineItems/1/quantity must be integer",
        path: ["lineItems", 1, "quantity"],
      },
    ],
  });
  expect(validate(7)).toEqual({ issues: [{ message: "must be object", path: [] }] });
});

test("a library that takes a Standard Schema takes ours", async () => {
  const url = "https://api.partnercenter.microsoft.com/v1/customers/a/orders/b";
  const read = (response: TestResponse) =>
    ky(url, { fetch: createTestFetch(response) }).json(schemas.Order);
  const order = await read("order-legacy");
  expectTypeOf(order).toEqualTypeOf<Order>();
  expect(order).toEqual(examples.getOrder["order-legacy"]);
  await expect(read({ body: { id: 7 } })).rejects.toMatchObject({
    name: "SchemaValidationError",
    issues: [{ message: "/id must be string", path: ["id"] }],
  });
});
