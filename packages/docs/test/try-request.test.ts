import {
  type Contract,
  operationsOf,
  type Parameter,
  parseContract,
  readBundle,
} from "@partner-center/spec";
import { expect, test } from "vitest";
import {
  argumentsOf,
  curlCommand,
  requestUrl,
  type TriedOperation,
} from "../browser/try-request.ts";
import { describeTry } from "../sources/reference/describe-try.ts";

const operation: TriedOperation = {
  name: "getOrder",
  method: "GET",
  path: "/v1/customers/{customer_id}/orders/{order_id}",
  fields: [
    { argument: "customerId", name: "customer_id", in: "path", kind: "text", value: "" },
    { argument: "orderId", name: "order_id", in: "path", kind: "text", value: "" },
    {
      argument: "includePrice",
      name: "include_price",
      in: "query",
      kind: "boolean",
      value: "true",
    },
  ],
  responses: [],
};

const request = {
  baseUrl: "https://api.partnercenter.microsoft.com",
  values: { customerId: "a/b", orderId: "c?d", includePrice: "true" },
  prefer: "",
};

test("ids are percent-encoded, and the base URL may have a path", () => {
  expect(requestUrl(operation, request)?.href).toBe(
    "https://api.partnercenter.microsoft.com/v1/customers/a%2Fb/orders/c%3Fd?include_price=true",
  );
  const values = { ...request.values, includePrice: "" };
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
  const values = { ...request.values, orderId: "it's" };
  expect(curlCommand(operation, { ...request, values })).toContain("it'\\''s");
});

test("the curl line of an operation with a body sends it as JSON, with the headers that it needs", () => {
  const post: TriedOperation = {
    name: "make",
    method: "POST",
    path: "/v1/things",
    fields: [{ argument: "ifMatch", name: "If-Match", in: "header", kind: "text", value: "" }],
    responses: [],
  };
  const entered = { ...request, values: { ifMatch: '"1"' }, body: '{"a":1}' };
  expect(curlCommand(post, entered)).toBe(
    `curl --request POST \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Accept: application/json" \\
  --header "Content-Type: application/json" \\
  --header 'If-Match: "1"' \\
  --data '{"a":1}' \\
  'https://api.partnercenter.microsoft.com/v1/things'`,
  );
});

test("fields become arguments of the type that the contract gives them", () => {
  const fields: TriedOperation["fields"] = [
    { argument: "size", name: "size", in: "query", kind: "number", value: "" },
    { argument: "ids", name: "ids", in: "query", kind: "list", value: "" },
    { argument: "deep", name: "deep", in: "query", kind: "boolean", value: "" },
    { argument: "left", name: "left", in: "query", kind: "text", value: "" },
  ];
  const values = { size: "20", ids: "a, b", deep: "true", left: "" };
  expect(argumentsOf({ ...operation, fields }, { values, body: '{"a":1}' })).toEqual({
    size: 20,
    ids: ["a", "b"],
    deep: true,
    body: { a: 1 },
  });
  expect(() => argumentsOf(operation, { values, body: "{" })).toThrow(SyntaxError);
});

test("a response without a body can be chosen, too", () => {
  const remove = {
    operationId: "remove",
    responses: { 204: { description: "Gone." }, 404: { description: "Nothing there." } },
  };
  const contract: Contract = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths: { "/things": { delete: remove } },
  };
  const [placed] = operationsOf(contract);
  expect(placed && describeTry(contract, placed).responses).toEqual([
    { status: "204", examples: [{ name: "", title: "No Content" }] },
    { status: "404", examples: [{ name: "", title: "Not Found" }] },
  ]);
});

test("it begins with the JSON and the values that the samples send", () => {
  const name: Parameter = { name: "shelf", in: "path", required: true, schema: { example: "top" } };
  const content = {
    "application/xml": { example: "<thing/>" },
    "application/json": { example: { size: 1 } },
  };
  const contract: Contract = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths: {
      "/v{version}/{shelf}": {
        parameters: [{ name: "version", in: "path", required: true, example: "2" }, name],
        post: { operationId: "addThing", requestBody: { content }, responses: {} },
      },
    },
  };
  const [placed] = operationsOf(contract);
  const { path, fields, body } = placed ? describeTry(contract, placed) : {};
  expect(path).toBe("/v2/{shelf}");
  expect(fields?.map(({ argument, value }) => [argument, value])).toEqual([["shelf", "top"]]);
  expect(body && JSON.parse(body)).toEqual({ size: 1 });
});

test("every operation can be tried: with its arguments, and an example for each response", () => {
  const contract = parseContract(readBundle());
  const tried = operationsOf(contract).map((placed) => describeTry(contract, placed));
  expect(tried.length).toBeGreaterThan(0);
  for (const { path, fields, responses } of tried) {
    for (const [, name] of path.matchAll(/\{([^{}]+)\}/g)) {
      expect(fields.map((field) => field.name)).toContain(name);
    }
    expect(responses.some(({ status }) => /^2\d\d$/.test(status))).toBe(true);
  }
  const getOrder = tried.find(({ name }) => name === "getOrder");
  expect(getOrder?.fields.slice(0, 2)).toEqual([
    {
      argument: "customerId",
      name: "customer_id",
      in: "path",
      kind: "text",
      value: expect.stringMatching(/^[\w-]{36}$/),
    },
    {
      argument: "orderId",
      name: "order_id",
      in: "path",
      kind: "text",
      value: expect.stringMatching(/^\w+$/),
    },
  ]);
});
