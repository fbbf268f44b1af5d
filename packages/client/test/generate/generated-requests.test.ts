import { operationsOf, parseContract, readBundle } from "@partner-center/spec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ids, startGenerated } from "./generated.ts";

let generated: Awaited<ReturnType<typeof startGenerated>>;
beforeAll(async () => {
  generated = await startGenerated();
});
afterAll(() => generated.close());

it("has a method for each operation", () => {
  const own = operationsOf(parseContract(readBundle())).map(({ id }) => id);
  const added = [
    "addThing",
    "changeThing",
    "countThings",
    "getInline",
    "getMap",
    "getPart",
    "hasThing",
    "listParts",
    "listThings",
    "removeThing",
  ];
  expect(Object.keys(generated.client).sort()).toEqual([...own, ...added].sort());
});

describe("a request", () => {
  it("has path, query and headers as the contract says", async () => {
    const page = { totalCount: 0, items: [] };
    const parameters = {
      customerId: "a/b",
      filter: "x eq 'y&z'",
      size: 5,
      colours: ["red", "dark blue"],
      near: { x: 1, y: -2.5, z: undefined },
      xInvented: "yes",
      unknownArgument: "left out",
    };
    const { data } = await generated.call("listThings", parameters, { body: page });
    expect(data).toEqual(page);
    expect(generated.seen[0]?.url).toBe(
      "/v1/invented/a%2Fb/things?$filter=x%20eq%20%27y%26z%27&size=5&colours=red|dark%20blue&near[x]=1&near[y]=-2.5",
    );
    expect(generated.seen[0]?.headers).toMatchObject({
      "x-invented": "yes",
      authorization: "Bearer the-token-of-this-test",
      accept: "application/json",
    });
    expect(generated.seen[0]?.headers["content-type"]).toBe(undefined);
    expect(generated.compared).toEqual([[page, "listThings", 200]]);
  });

  it("has its body as JSON, and is not repeated when it changes something", async () => {
    const body = { label: "zażółć" };
    const { error } = await generated.call(
      "addThing",
      { customerId: "c", body },
      { status: 503, body: "" },
    );
    expect(error).toMatchObject({ kind: "api", status: 503, attempts: 1 });
    expect(generated.seen).toHaveLength(1);
    expect(generated.seen[0]).toMatchObject({
      method: "POST",
      url: "/v1/invented/c/things",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
  });

  it("has the type of content that the contract names", async () => {
    const { data } = await generated.call(
      "changeThing",
      { ...ids, body: { label: "b" } },
      { body: { label: "b" } },
    );
    expect(data).toEqual({ label: "b" });
    expect(generated.seen[0]).toMatchObject({
      method: "PATCH",
      body: '{"label":"b"}',
      headers: { "content-type": "application/merge-patch+json" },
    });
  });

  it("has no body when an optional one is left out", async () => {
    const { outcome } = await generated.call("changeThing", ids, { status: 204 });
    expect(outcome).toMatchObject({ status: "fulfilled", value: { data: undefined, status: 204 } });
    expect(generated.seen[0]).toMatchObject({ method: "PATCH", body: "" });
    expect(generated.seen[0]?.headers["content-type"]).toBe(undefined);
  });

  it("repeats its body with another token", async () => {
    const tokens = ["the-first-token", "the-second-token"];
    const expiresOnTimestamp = Date.now() + 1e7;
    const { data } = await generated.call(
      "addThing",
      { customerId: "c", body: { thingId: 1 } },
      [{ status: 401 }, { status: 201, body: { thingId: 1 } }],
      { credential: () => ({ token: tokens.shift() ?? "", expiresOnTimestamp }) },
    );
    expect(data).toEqual({ thingId: 1 });
    expect(generated.seen.map(({ body }) => body)).toEqual(['{"thingId":1}', '{"thingId":1}']);
  });
});

describe("an argument is refused", () => {
  const circle: Record<string, unknown> = {};
  circle.itself = circle;
  it.each<[string, object | undefined, string, string]>([
    [
      "listThings",
      undefined,
      "parameters",
      "must be an object such as { customerId, xInvented }, not undefined",
    ],
    ["listThings", { customerId: "c" }, "xInvented", "must be a string, not undefined"],
    ["listThings", { customerId: "c", xInvented: "a\nb" }, "xInvented", "must be valid in HTTP"],
    ["listThings", { customerId: "c", xInvented: "ż" }, "xInvented", "must be valid in HTTP"],
    [
      "listThings",
      { customerId: "c", xInvented: "a", size: "5" },
      "size",
      "must be an integer, not a string",
    ],
    [
      "listThings",
      { customerId: "c", xInvented: "a", size: 5.5 },
      "size",
      "must be an integer, not 5.5",
    ],
    [
      "listThings",
      { customerId: "c", xInvented: "a", filter: new Date() },
      "filter",
      "must be a string, not a Date",
    ],
    [
      "listThings",
      { customerId: "c", xInvented: "a", filter: "\ud800" },
      "filter",
      "must not contain half a surrogate pair",
    ],
    [
      "listThings",
      { customerId: "c", xInvented: "a", colours: "red" },
      "colours",
      "must be a string[], not a string",
    ],
    [
      "listThings",
      { customerId: "c", xInvented: "a", colours: ["red", new Date()] },
      "colours[1]",
      "must be a string, not a Date",
    ],
    [
      "listThings",
      { customerId: "c", xInvented: "a", near: 5 },
      "near",
      "must be an object, not 5",
    ],
    [
      "listThings",
      { customerId: "c", xInvented: "a", near: { x: {} } },
      "near.x",
      "must be a string or number or boolean, not an object",
    ],
    [
      "listThings",
      { customerId: "c", xInvented: "a", near: { "a&b=": 1 } },
      "near.a&b=",
      "must have a plain name",
    ],
    ["removeThing", { customerId: "..", thingId: 1 }, "customerId", 'must not be "", "." or ".."'],
    [
      "removeThing",
      { customerId: "c", thingId: "1" },
      "thingId",
      "must be an integer, not a string",
    ],
    [
      "removeThing",
      { customerId: "c", thingId: Number.NaN },
      "thingId",
      "must be an integer, not NaN",
    ],
    ["addThing", { customerId: "c" }, "body", "must be an object, not undefined"],
    ["addThing", { customerId: "c", body: "{}" }, "body", "must be an object, not a string"],
    ["addThing", { customerId: "c", body: circle }, "body", "must be a value that JSON can hold"],
    [
      "addThing",
      { customerId: "c", body: new FormData() },
      "body",
      "must be a value that JSON can hold",
    ],
    [
      "addThing",
      { customerId: "c", body: { thingId: 5n } },
      "body",
      "must be a value that JSON can hold",
    ],
  ])("%s of %o: %s %s", async (name, parameters, argument, problem) => {
    const { error } = await generated.call(name, parameters);
    expect(error).toMatchObject({ kind: "argument", argument, message: `${argument} ${problem}` });
    expect(generated.seen).toEqual([]);
  });
});
