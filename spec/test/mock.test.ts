import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MockServer, startMock } from "@partner-center/lib/mock-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Contract } from "../checks/contract.ts";
import { bundle } from "../checks/redocly.ts";

const folder = mkdtempSync(join(tmpdir(), "mock-"));
let contract: Contract;
let mock: MockServer;

beforeAll(async () => {
  contract = await bundle();
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(contract));
  mock = await startMock(file);
}, 30_000);

afterAll(async () => {
  await mock?.stop();
  rmSync(folder, { recursive: true });
});

const authorized = { authorization: "Bearer any" };
const getOrder = (headers: { [name: string]: string }) =>
  fetch(`${mock.url}/v1/customers/a-customer/orders/an-order`, { headers });

test("a plain call is answered with the completed order as JSON", async () => {
  const response = await getOrder(authorized);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("ms-requestid")).toMatch(/^[0-9a-f-]{36}$/);
  expect(await response.json()).toEqual(
    contract.components.examples["order-new-commerce-completed"]?.value,
  );
});

test("every example is served when it is preferred by name", async () => {
  const examples = Object.entries(contract.components.examples);
  const served = examples.map(async ([name]) => {
    const status = /^fault-(\d{3})/.exec(name)?.[1] ?? "200";
    const response = await getOrder({ ...authorized, prefer: `code=${status}, example=${name}` });
    expect(response.status).toBe(Number(status));
    return [name, await response.json()];
  });
  expect(await Promise.all(served)).toEqual(examples.map(([name, { value }]) => [name, value]));
});

test("a preferred status is answered with a fault of that status", async () => {
  const response = await getOrder({ ...authorized, prefer: "code=429" });
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("30");
  expect(await response.json()).toMatchObject({ statusCode: 429 });
});

test("XML is served on request", async () => {
  const response = await getOrder({ ...authorized, accept: "application/xml" });
  expect(response.headers.get("content-type")).toBe("application/xml");
  expect(await response.text()).toContain("<status>completed</status>");
});

test("a call without a token is answered with 401", async () => {
  const response = await getOrder({});
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ source: "PartnerFD" });
});

test("a parameter of the wrong type is answered with 400", async () => {
  const url = `${mock.url}/v1/customers/a-customer/orders/an-order?include_price=often`;
  const response = await fetch(url, { headers: authorized });
  expect(response.status).toBe(400);
});
