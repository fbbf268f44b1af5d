import type { Schema } from "@partner-center/spec";
import { beforeAll, expect, test } from "vitest";
import { generateOrderProgress } from "../../generate/order-progress.ts";
import { addOperation, compile, grow } from "../generate/grown.ts";
import { type Bodies, contractOf, generateBodies, loadBodies } from "../generate/grown-bodies.ts";

const thing: Schema = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, name: { type: "string" } },
};
const content = (media: object) => ({ content: { "application/json": media } });
const schema = { $ref: "#/components/schemas/InventedThing" };
const list = { type: "array", items: schema };
const named = (name: string, value: unknown) => ({ examples: { [name]: { value } } });

/** Our contract with operations that the order's is unlike. */
const grown = grow((contract) => {
  Object.assign(contract.components?.schemas ?? {}, { InventedThing: thing });
  addOperation(contract, "/invented/things", "get", {
    operationId: "listThings",
    responses: { 200: { description: "", ...content({ schema: list, example: [{ id: "a" }] }) } },
  });
  addOperation(contract, "/invented/things", "post", {
    operationId: "addThing",
    responses: {
      "2XX": { description: "", ...content({ schema, ...named("thing-added", { id: "b" }) }) },
      default: { description: "", ...content({ schema, ...named("thing-refused", { id: "c" }) }) },
    },
  });
  addOperation(contract, "/invented/things/{thing_id}", "get", {
    operationId: "getThing",
    responses: { 200: { description: "", ...content({ schema }) } },
  });
  addOperation(contract, "/invented/things/{thing_id}", "delete", {
    operationId: "deleteThing",
    responses: { 204: { description: "" } },
  });
  addOperation(contract, "/invented/things/mine", "get", {
    operationId: "getMine",
    responses: {
      200: { description: "", ...content({ schema, ...named("thing-mine", { id: "d" }) }) },
    },
  });
});

let kit: Bodies;
beforeAll(async () => {
  kit = await loadBodies(grown);
});

const call = (method: string, path: string, ...responses: unknown[]) =>
  kit.createTestFetch(...responses)(`https://api.example.com${path}`, { method });

test("each operation has its examples, and one without a name that of its status", async () => {
  expect(kit.examples.listThings).toEqual({ "example-200": [{ id: "a" }] });
  expect(kit.examples.addThing).toEqual({
    "thing-added": { id: "b" },
    "thing-refused": { id: "c" },
  });
  expect(kit.examples.deleteThing).toEqual({});
  expect(
    (await compile(grown, 'export * from "./testing/index.ts";', () => {}, generateBodies(grown)))
      .problems,
  ).toEqual([]);
});

test("operations respond by their own lists, and the others with their first success", async () => {
  const responses = {
    listThings: [{ status: 503, body: "busy" }, 200],
    addThing: ["thing-refused"],
  };
  const fetch = kit.createTestFetch(responses);
  const send = async (method: string, path: string, body?: string) => {
    const response = await fetch(`https://api.example.com${path}`, {
      method,
      ...(body && { body }),
    });
    return [response.status, await response.text()];
  };
  expect(await send("GET", "/invented/things/mine")).toEqual([200, '{"id":"d"}']);
  expect(await send("GET", "/invented/things")).toEqual([503, "busy"]);
  expect(await send("POST", "/invented/things", '{"id":"e"}')).toEqual([500, '{"id":"c"}']);
  expect(await send("GET", "/invented/things")).toEqual([200, '[{"id":"a"}]']);
  expect(fetch.requests.map(({ operation, body }) => [operation, body])).toEqual([
    ["getMine", ""],
    ["listThings", ""],
    ["addThing", '{"id":"e"}'],
    ["listThings", ""],
  ]);
});

test("a status stands for 2XX or default, and keeps their examples", async () => {
  const added = await call("POST", "/invented/things");
  expect([added.status, await added.json()]).toEqual([200, { id: "b" }]);
  const created = await call("POST", "/invented/things", 201);
  expect([created.status, await created.json()]).toEqual([201, { id: "b" }]);
  const refused = await call("POST", "/invented/things", 418);
  expect([refused.status, await refused.json()]).toEqual([418, { id: "c" }]);
});

test("204 has neither body nor content type", async () => {
  const { status, body, headers } = await call("DELETE", "/invented/things/a");
  expect([status, body, headers.get("content-type")]).toEqual([204, null, null]);
  await expect(call("DELETE", "/invented/things/a", "cut")).rejects.toThrow(
    "The success of deleteThing has no body to cut",
  );
});

test("cut breaks off the operation's own success", async () => {
  const { body } = await call("GET", "/invented/things", "cut");
  const reader = body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  expect(new TextDecoder().decode(value)).toBe('[{"id"');
  await expect(reader?.read()).rejects.toThrow("terminated");
});

test("a success without an example says what to do", async () => {
  await expect(call("GET", "/invented/things/a")).rejects.toThrow(
    "The contract has no example of getThing under 200: add one to the response in spec/, or give { body }",
  );
  expect(await (await call("GET", "/invented/things/a", { body: { id: "x" } })).json()).toEqual({
    id: "x",
  });
});

test.each([
  ["PUT", "/invented/things"],
  ["DELETE", "/invented/things/mine"],
  ["GET", "/invented/things/a/b"],
  ["POST", "/v1/customers/a/orders/b"],
])("a request outside the contract is refused by its name: %s %s", async (method, path) => {
  await expect(call(method, path)).rejects.toThrow(
    new TypeError(`The contract has no ${method} ${path}`),
  );
});

test("an example of another operation is refused", async () => {
  await expect(call("GET", "/invented/things", "thing-mine")).rejects.toThrow(
    'The contract has no example "thing-mine" of listThings',
  );
});

test("a broken list of another operation is refused, and a good one is not", async () => {
  const reports: unknown[] = [];
  const check = kit.validate({ mode: "throw", report: (found) => reports.push(found) });
  const violations = [
    { pointer: "/0", message: 'must have the property "id"' },
    { pointer: "/1/name", message: "must be string" },
  ];
  expect(check([{ name: "a" }, { id: "b", name: 7 }], "listThings", 200)).toEqual(violations);
  expect(reports).toEqual([{ operation: "listThings", status: 200, violations, notices: [] }]);
  expect(check([{ id: "a" }], "listThings", 200)).toEqual([]);
  expect(check({ id: 1 }, "addThing", 202)).toEqual([
    { pointer: "/id", message: "must be string" },
  ]);
  for (const [name, status] of [
    ["listThings", 206],
    ["constructor", 200],
    ["deleteThing", 204],
  ] as const) {
    expect(check([1], name, status)).toEqual([]);
  }
});

test("what can't be told apart is refused by name", () => {
  const problems = (change: Parameters<typeof grow>[0]) => {
    const found: string[] = [];
    generateBodies(grow(change), (_place, problem) => found.push(problem));
    return found;
  };
  const respond = (status: string, name: string, value: unknown) => ({
    [status]: { description: "", ...content({ schema: {}, ...named(name, value) }) },
  });
  const add = (operationId: string, ...responses: object[]) =>
    problems((contract) => {
      const operation = { operationId, responses: Object.assign({}, ...responses) };
      addOperation(contract, "/invented", "get", operation);
    });
  expect(add("a", respond("200", "one", 1), respond("400", "one", 2))).toEqual([
    'the example "one" is another one under 200',
  ]);
  expect(add("a", respond("200", "one", 1), respond("400", "one", 1))).toEqual([]);
  expect(add("a", respond("200", "cut", 1))).toEqual([
    'the example "cut" is called like a fault of createTestFetch',
  ]);
  expect(add("a", respond("200", "one", undefined))).toEqual(['the example "one" has no value']);
  expect(add("status", respond("200", "one", 1))).toEqual([
    'createTestFetch takes "status" for a part of a response',
  ]);
  expect(add("getOrder", respond("200", "one", 1))).toEqual([
    'another operation is called "getOrder"',
  ]);
});

test("a contract without orders has no progress of theirs", () => {
  expect(generateOrderProgress(contractOf({}))).toContain("= {};");
  expect(() => generateOrderProgress(contractOf({ OrderStatus: { type: "string" } }))).toThrow(
    "spec/components/schemas/OrderStatus.yaml (/components/schemas/OrderStatus): it has no x-orderProgress",
  );
});
