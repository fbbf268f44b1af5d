import { expect, test } from "vitest";
import { curlCommand, requestUrl } from "../browser/console-request.ts";

const request = {
  baseUrl: "https://api.partnercenter.microsoft.com",
  customerId: "a/b",
  orderId: "c?d",
  includePrice: true,
  prefer: "",
};

test("ids are percent-encoded, and the base URL may have a path", () => {
  expect(requestUrl(request)?.href).toBe(
    "https://api.partnercenter.microsoft.com/v1/customers/a%2Fb/orders/c%3Fd?include_price=true",
  );
  const below = { ...request, baseUrl: "http://localhost:4010/mock/", includePrice: false };
  expect(requestUrl(below)?.href).toBe(
    "http://localhost:4010/mock/v1/customers/a%2Fb/orders/c%3Fd",
  );
});

test("a token goes over https or to this machine alone", () => {
  for (const baseUrl of ["http://example.com", "ftp://example.com", "nonsense", ""]) {
    expect(requestUrl({ ...request, baseUrl })).toBeUndefined();
  }
  expect(requestUrl({ ...request, baseUrl: "http://127.0.0.1:4010" })).toBeDefined();
});

test("the curl line reads the token from the environment and quotes the rest", () => {
  expect(curlCommand({ ...request, prefer: "code=404" })).toBe(
    `curl \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Accept: application/json" \\
  --header 'Prefer: code=404' \\
  'https://api.partnercenter.microsoft.com/v1/customers/a%2Fb/orders/c%3Fd?include_price=true'`,
  );
  expect(curlCommand({ ...request, orderId: "it's" })).toContain("it'\\''s");
});
