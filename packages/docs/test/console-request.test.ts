import { operationsOf, parseContract, readBundle } from "@partner-center/spec";
import { expect, test } from "vitest";
import { type ConsoleOperation, curlCommand, requestUrl } from "../browser/console-request.ts";
import { describeConsole } from "../sources/reference/describe-console.ts";

const operation: ConsoleOperation = {
  path: "/v1/customers/{customer_id}/orders/{order_id}",
  fields: [
    { name: "customer_id", in: "path", value: "", isBox: false },
    { name: "order_id", in: "path", value: "", isBox: false },
    { name: "include_price", in: "query", value: "true", isBox: true },
  ],
  preferences: [],
};

const request = {
  baseUrl: "https://api.partnercenter.microsoft.com",
  values: { customer_id: "a/b", order_id: "c?d", include_price: "true" },
  prefer: "",
};

test("ids are percent-encoded, and the base URL may have a path", () => {
  expect(requestUrl(operation, request)?.href).toBe(
    "https://api.partnercenter.microsoft.com/v1/customers/a%2Fb/orders/c%3Fd?include_price=true",
  );
  const values = { ...request.values, include_price: "" };
  const below = { ...request, baseUrl: "http://localhost:4010/mock/", values };
  expect(requestUrl(operation, below)?.href).toBe(
    "http://localhost:4010/mock/v1/customers/a%2Fb/orders/c%3Fd",
  );
});

test("a token goes over https or to this machine alone", () => {
  for (const baseUrl of ["http://example.com", "ftp://example.com", "nonsense", ""]) {
    expect(requestUrl(operation, { ...request, baseUrl })).toBeUndefined();
  }
  expect(requestUrl(operation, { ...request, baseUrl: "http://127.0.0.1:4010" })).toBeDefined();
});

test("the curl line reads the token from the environment and quotes the rest", () => {
  expect(curlCommand(operation, { ...request, prefer: "code=404" })).toBe(
    `curl \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Accept: application/json" \\
  --header 'Prefer: code=404' \\
  'https://api.partnercenter.microsoft.com/v1/customers/a%2Fb/orders/c%3Fd?include_price=true'`,
  );
  const values = { ...request.values, order_id: "it's" };
  expect(curlCommand(operation, { ...request, values })).toContain("it'\\''s");
});

test("the console knows an operation from the contract, with an example for each answer", () => {
  const contract = parseContract(readBundle());
  const [placed] = operationsOf(contract);
  if (!placed) throw new Error("The contract has an operation");
  const { path, fields, preferences } = describeConsole(contract, placed);
  expect(path).toBe(operation.path);
  expect(fields).toEqual([
    { name: "customer_id", in: "path", value: expect.stringMatching(/^[\w-]{36}$/), isBox: false },
    { name: "order_id", in: "path", value: expect.stringMatching(/^\w+$/), isBox: false },
    { name: "include_price", in: "query", value: "true", isBox: true },
  ]);
  expect(preferences[0]).toBe("code=200, example=order-new-commerce-completed");
  expect(preferences).toContain("code=429, example=fault-429-throttled");
});
