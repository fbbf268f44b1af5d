import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ids, type Reply, startGenerated } from "./generated.ts";

let generated: Awaited<ReturnType<typeof startGenerated>>;
beforeAll(async () => {
  generated = await startGenerated();
});
afterAll(() => generated.close());

describe("a response", () => {
  it.each<[string, Reply, unknown]>([
    ["addThing", { status: 201, body: { thingId: 7 } }, { thingId: 7 }],
    ["addThing", { status: 202, body: { finished: false } }, { finished: false }],
    ["removeThing", { status: 204 }, undefined],
    ["removeThing", { headers: { "content-length": "0" } }, undefined],
    ["removeThing", { body: { done: true } }, undefined],
    ["hasThing", {}, undefined],
    ["listParts", { body: [] }, []],
    ["getPart", { body: { partOf: 5 } }, { partOf: 5 }],
    ["getPart", { body: { label: "a" } }, { label: "a" }],
    ["getMap", { body: {} }, {}],
    ["getMap", { body: { anything: "a" } }, { anything: "a" }],
    ["countThings", { body: 0 }, 0],
    ["getInline", { body: { none: true } }, { none: true }],
    ["getPart", { body: '\ufeff{"label":"a"}' }, { label: "a" }],
  ])("%s takes %j", async (name, reply, data) => {
    const { outcome } = await generated.call(name, { ...ids, body: {} }, reply);
    expect(outcome).toMatchObject({ status: "fulfilled" });
    expect(Object(outcome).value.data).toEqual(data);
    // Nothing but JSON is compared with the contract.
    expect(generated.compared.map(([body]) => body)).toEqual(data === undefined ? [] : [data]);
  });

  it.each<[string, Reply, string]>([
    [
      "addThing",
      { body: {} },
      "POST /v1/invented/a%2Fb/things: 200, but the JSON is not an InventedThing or a Result",
    ],
    [
      "listThings",
      { body: [] },
      "GET /v1/invented/a%2Fb/things: 200, but the JSON is not an InventedPage",
    ],
    [
      "listParts",
      { body: {} },
      "GET /invented/parts: 200, but the JSON is not a ListPartsResponse",
    ],
    [
      "countThings",
      { body: 5.5 },
      "GET /invented/count: 200, but the JSON is not a CountThingsResponse",
    ],
    [
      "getMap",
      { body: '{"a":' },
      "GET /invented/map: 200, but the body is not JSON (application/json)",
    ],
    [
      "getPart",
      { status: 204 },
      "GET /invented/part: 204, but the body is not JSON (application/json)",
    ],
    [
      "removeThing",
      { body: "<html>", headers: { "content-type": "text/html" } },
      "DELETE /v1/invented/a%2Fb/things/7: 200, but the body is not JSON (text/html)",
    ],
  ])("%s does not take %j", async (name, reply, message) => {
    const { error } = await generated.call(name, { ...ids, xInvented: "a", body: {} }, reply);
    expect(error).toMatchObject({ kind: "invalid-response", message });
  });

  it.each<[string]>([["removeThing"], ["getMap"], ["listParts"], ["getPart"], ["countThings"]])(
    "%s takes a fault under 200 for an error",
    async (name) => {
      const fault = { code: 400072, description: "d", data: [], source: "s" };
      const { error } = await generated.call(name, { ...ids, body: {} }, { body: fault });
      expect(error).toMatchObject({ kind: "api", status: 200, code: "400072", description: "d" });
    },
  );

  it("has the hint of its operation", async () => {
    const { error } = await generated.call(
      "listThings",
      { customerId: "c", xInvented: "a" },
      { status: 404 },
    );
    expect(error).toMatchObject({ hint: "make the customer first" });
    const { error: another } = await generated.call("removeThing", ids, { status: 404 });
    expect(another).toMatchObject({ status: 404, hint: undefined });
  });
});
