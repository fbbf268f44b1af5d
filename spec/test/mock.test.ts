import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { afterAll, expect, test } from "vitest";
import { addCompleteExamples } from "../checks/complete-examples.ts";
import {
  bundlePath,
  jsonOf,
  operationsOf,
  type PlacedOperation,
  parseContract,
  readBundle,
  resolve,
} from "../contract.ts";
import { startMock } from "../mock.ts";
import { growContract } from "./grown-contract.ts";

const contract = parseContract(readBundle());
const examples = Object.entries(contract.components?.examples ?? {}).map(
  ([name, example]) => [name, resolve(contract, example).value] as const,
);
const mock = await startMock();
afterAll(() => mock.close());

const authorized = { authorization: "Bearer any" };
const getOrder = (headers: { [name: string]: string }) =>
  fetch(`${mock.url}/v1/customers/a-customer/orders/an-order`, { headers });

/** Calls any operation with the examples of its path and its body. */
function callOperation(
  { path, method, operation }: PlacedOperation,
  headers: { [name: string]: string },
): Promise<Response> {
  const place = path.replaceAll(/\{[^}]+\}/g, "any");
  const request = operation.requestBody && resolve(contract, operation.requestBody);
  const [example] = Object.values(jsonOf(request?.content)?.examples ?? {});
  const body = example && JSON.stringify(resolve(contract, example).value);
  return fetch(`${mock.url}${place}`, {
    method: method.toUpperCase(),
    headers: { ...headers, ...(body && { "content-type": "application/json" }) },
    ...(body && { body }),
  });
}

test("a plain call gets the completed order as JSON", async () => {
  const response = await getOrder(authorized);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("ms-requestid")).toMatch(/^[0-9a-f-]{36}$/);
  expect(await response.json()).toEqual(
    Object.fromEntries(examples)["order-new-commerce-completed"],
  );
});

test("every example of a response is served when it is preferred by name", async () => {
  const calls = operationsOf(contract).flatMap((placed) =>
    Object.entries(placed.operation.responses ?? {}).flatMap(([status, response]) => {
      const shown = jsonOf(resolve(contract, response).content)?.examples ?? {};
      return Object.keys(shown).map(async (name) => {
        const prefer = `code=${status}, example=${name}`;
        const served = await callOperation(placed, { ...authorized, prefer });
        const { value } = resolve(contract, shown[name] ?? {});
        expect([name, served.status, await served.json()]).toEqual([name, Number(status), value]);
      });
    }),
  );
  await Promise.all(calls);
  expect(calls.length).toBeGreaterThan(0);
});

test("a preferred status gets a fault of that status", async () => {
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

test.each(["text/json", "text/xml"])(
  "%s is refused: Prism can't write objects as text",
  async (accept) => {
    const response = await getOrder({ ...authorized, accept });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("NO_COMPLEX_OBJECT_TEXT");
  },
);

test("requests and what is wrong with them are logged", async () => {
  const lines: string[] = [];
  await using logging = await startMock({ log: (line) => lines.push(line) });
  await fetch(`${logging.url}/v1/customers/a-customer/orders/an-order`);
  expect(lines[0]).toBe("GET /v1/customers/a-customer/orders/an-order: Request received");
  expect(lines.join("\n")).toMatch(/security|authori[sz]ation/i);
});

test("a call without a token gets 401", async () => {
  const response = await getOrder({});
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ source: "PartnerFD" });
});

test("a parameter of the wrong type gets 400", async () => {
  const url = `${mock.url}/v1/customers/a-customer/orders/an-order?include_price=often`;
  const response = await fetch(url, { headers: authorized });
  expect(response.status).toBe(400);
});

test("calls with other methods are served, and their bodies are checked", async () => {
  using folder = temporaryFolder("mock-");
  const file = join(folder.path, "grown.json");
  writeFileSync(file, JSON.stringify(addCompleteExamples(growContract(contract))));
  await using grown = await startMock({ contract: file });
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${grown.url}/v1/customers/a-customer/orders${path}`, {
      method,
      headers: {
        ...authorized,
        "content-type": `application/${method === "PATCH" ? "merge-patch+json" : "json"}`,
      },
      body: body ? JSON.stringify(body) : null,
    });
    return response.status;
  };
  expect(await call("POST", "", { title: "A title", parts: ["a part"] })).toBe(201);
  expect(await call("POST", "", { title: "A title", parts: [] })).toBe(400);
  expect(await call("POST", "")).toBe(400);
  expect(await call("PATCH", "/an-order", { title: "Another", parts: ["a part"] })).toBe(200);
  expect(await call("DELETE", "/an-order")).toBe(204);
});

test("another contract can be loaded while it listens", async () => {
  await using changing = await startMock({ contract: null });
  const url = `${changing.url}/v1/customers/a-customer/orders/an-order`;
  expect((await fetch(url, { headers: authorized })).status).toBe(404);
  await changing.load(bundlePath);
  expect((await fetch(url, { headers: authorized })).status).toBe(200);
  await expect(changing.load("/nowhere/openapi.json")).rejects.toThrow("nowhere");
  expect((await fetch(url, { headers: authorized })).status).toBe(200);
});

test("a port that is taken is an error", async () => {
  const { port } = new URL(mock.url);
  await expect(startMock({ port: Number(port) })).rejects.toThrow("EADDRINUSE");
});
