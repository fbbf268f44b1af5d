import type { Link } from "@partner-center/types";
import { expect, it } from "vitest";
import { resolveLink } from "../src/links.ts";

const base = "https://api.partnercenter.microsoft.com";

it.each([
  ["/customers/c/orders/o", `${base}/v1/customers/c/orders/o`],
  ["/v1/customers/c/orders/o", `${base}/v1/customers/c/orders/o`],
  ["v1/customers", `${base}/v1/customers`],
  ["/v3/customers", `${base}/v3/customers`],
  ["/products/A/skus/1?country=US", `${base}/v1/products/A/skus/1?country=US`],
  ["/value/1", `${base}/v1/value/1`],
  ["//elsewhere.example/customers", `${base}/v1/elsewhere.example/customers`],
  ["\\\\elsewhere.example", `${base}/v1/elsewhere.example`],
  [`${base}/v1/customers/c/orders/o?a=b`, `${base}/v1/customers/c/orders/o?a=b`],
  ["HTTPS://API.PartnerCenter.Microsoft.com:443/v1/customers", `${base}/v1/customers`],
  ["https://user:word@api.partnercenter.microsoft.com/v1/customers", `${base}/v1/customers`],
])("%s leads to %s", (uri, expected) => {
  expect(resolveLink({ uri, method: "GET" })).toBe(expected);
  expect(new URL(expected).origin).toBe(base);
});

it("may lead to another service and version", () => {
  const options = { baseUrl: "https://gateway.example/partner/", apiVersion: "2" };
  const link = (uri: string) => resolveLink({ uri }, options);
  expect(link("/customers")).toBe("https://gateway.example/partner/v2/customers");
  expect(link("/v1/customers")).toBe("https://gateway.example/partner/v1/customers");
  const absolute = "https://gateway.example/partner/v1/customers";
  expect(link(absolute)).toBe(absolute);
});

it.each([
  undefined,
  null,
  {},
  { uri: "" },
  { uri: 5 },
  { uri: null },
  { uri: ["/customers"] },
  "/customers",
  5,
  { uri: "https://elsewhere.example/v1/customers" },
  { uri: "http://api.partnercenter.microsoft.com/v1/customers" },
  { uri: "javascript:alert(1)" },
  { uri: "https://" },
])("%j leads nowhere", (link) => {
  // What the service sends may be anything.
  expect(resolveLink(link as Link)).toBeUndefined();
});

it("refuses null for its options", () => {
  const options = null as unknown as undefined;
  expect(() => resolveLink({ uri: "/customers" }, options)).toThrow(
    "options must be an object such as { baseUrl }, not null",
  );
});
