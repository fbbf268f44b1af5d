import type { IncomingMessage } from "node:http";
import { listen } from "@partner-center/lib/loopback";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyKind } from "./contract.ts";
import { compile, load, type Method } from "./grown.ts";

interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

const seen: { method?: string; url?: string; headers: IncomingMessage["headers"]; body: string }[] =
  [];
let next: Reply[] = [];
const server = await listen(async (request, response) => {
  const { method = "", url = "", headers } = request;
  let body = "";
  for await (const chunk of request) body += chunk;
  seen.push({ method, url, headers, body });
  const reply = next.shift() ?? {};
  response.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
  response.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body));
});

let client: Record<string, Method>;
const compared: unknown[][] = [];
beforeAll(async () => {
  const createClient = await load(everyKind);
  client = createClient({
    credential: "the-token-of-this-test",
    baseUrl: server.url,
    retry: { minDelay: 0, maxDelay: 0 },
    validate: (...all) => {
      compared.push(all);
      return [];
    },
  });
});
afterAll(() => server.close());

/** Calls a method, and tells what it gave and what the server saw. */
async function call(name: string, parameters: object | undefined, ...replies: Reply[]) {
  seen.length = 0;
  compared.length = 0;
  next = replies;
  const method = client[name];
  if (!method) throw new Error(`The client has no ${name}`);
  const [outcome] = await Promise.allSettled([method(parameters)]);
  return { outcome, data: Object(outcome).value?.data, error: Object(outcome).reason };
}

const ids = { customerId: "a/b", thingId: 7 };

it("has a method for each operation", () => {
  expect(Object.keys(client).sort()).toEqual([
    "addThing",
    "changeThing",
    "countThings",
    "getInline",
    "getMap",
    "getOrder",
    "getPart",
    "hasThing",
    "listParts",
    "listThings",
    "removeThing",
  ]);
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
    const { data } = await call("listThings", parameters, { body: page });
    expect(data).toEqual(page);
    expect(seen[0]?.url).toBe(
      "/v1/invented/a%2Fb/things?$filter=x%20eq%20%27y%26z%27&size=5&colours=red|dark%20blue&near[x]=1&near[y]=-2.5",
    );
    expect(seen[0]?.headers).toMatchObject({
      "x-invented": "yes",
      authorization: "Bearer the-token-of-this-test",
      accept: "application/json",
    });
    expect(seen[0]?.headers["content-type"]).toBe(undefined);
    expect(compared).toEqual([[page, "listThings", 200]]);
  });

  it("has its body as JSON, and is not repeated when it changes something", async () => {
    const body = { label: "zażółć" };
    const { error } = await call("addThing", { customerId: "c", body }, { status: 503, body: "" });
    expect(error).toMatchObject({ kind: "api", status: 503, attempts: 1 });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: "POST",
      url: "/v1/invented/c/things",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
  });

  it("has the type of content that the contract names", async () => {
    const { data } = await call(
      "changeThing",
      { ...ids, body: { label: "b" } },
      { body: { label: "b" } },
    );
    expect(data).toEqual({ label: "b" });
    expect(seen[0]).toMatchObject({
      method: "PATCH",
      body: '{"label":"b"}',
      headers: { "content-type": "application/merge-patch+json" },
    });
  });

  it("has no body when an optional one is left out", async () => {
    const { outcome } = await call("changeThing", ids, { status: 204 });
    expect(outcome).toMatchObject({ status: "fulfilled", value: { data: undefined, status: 204 } });
    expect(seen[0]).toMatchObject({ method: "PATCH", body: "" });
    expect(seen[0]?.headers["content-type"]).toBe(undefined);
  });

  it("repeats its body with another token", async () => {
    const createClient = await load(everyKind);
    const tokens = ["the-first-token", "the-second-token"];
    const credential = () => ({
      token: tokens.shift() ?? "",
      expiresOnTimestamp: Date.now() + 1e7,
    });
    const { addThing } = createClient({ credential, baseUrl: server.url });
    seen.length = 0;
    next = [{ status: 401 }, { status: 201, body: { thingId: 1 } }];
    expect((await addThing?.({ customerId: "c", body: { thingId: 1 } }))?.status).toBe(201);
    expect(seen.map(({ body }) => body)).toEqual(['{"thingId":1}', '{"thingId":1}']);
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
    const { error } = await call(name, parameters);
    expect(error).toMatchObject({ kind: "argument", argument, message: `${argument} ${problem}` });
    expect(seen).toEqual([]);
  });
});

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
    const { outcome } = await call(name, { ...ids, body: {} }, reply);
    expect(outcome).toMatchObject({ status: "fulfilled" });
    expect(Object(outcome).value.data).toEqual(data);
    // Nothing but JSON is compared with the contract.
    expect(compared.map(([body]) => body)).toEqual(data === undefined ? [] : [data]);
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
    const { error } = await call(name, { ...ids, xInvented: "a", body: {} }, reply);
    expect(error).toMatchObject({ kind: "invalid-response", message });
  });

  it.each<[string]>([["removeThing"], ["getMap"], ["listParts"], ["getPart"], ["countThings"]])(
    "%s takes a fault under 200 for an error",
    async (name) => {
      const fault = { code: 400072, description: "d", data: [], source: "s" };
      const { error } = await call(name, { ...ids, body: {} }, { body: fault });
      expect(error).toMatchObject({ kind: "api", status: 200, code: "400072", description: "d" });
    },
  );

  it("has the hint of its operation", async () => {
    const { error } = await call(
      "listThings",
      { customerId: "c", xInvented: "a" },
      { status: 404 },
    );
    expect(error).toMatchObject({ hint: "make the customer first" });
    const { error: another } = await call("removeThing", ids, { status: 404 });
    expect(another).toMatchObject({ status: 404, hint: undefined });
  });
});

it("compiles, and its types are those of the contract", async () => {
  const { problems } = await compile(
    everyKind,
    `import type { Client, GetPartArguments, ListThingsArguments } from "./index.ts";
    import type { InventedColour, InventedPage, InventedPart, InventedThing, Result } from "@partner-center/types";
    declare const client: Client;
    type Is<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
    type Data<Name extends keyof Client> = Awaited<ReturnType<Client[Name]>>["data"];
    const all: true[] = [
      true satisfies Is<Data<"listThings">, InventedPage>,
      true satisfies Is<Data<"addThing">, InventedThing | Result>,
      true satisfies Is<Data<"changeThing">, InventedThing | undefined>,
      true satisfies Is<Data<"removeThing">, undefined>,
      true satisfies Is<Data<"listParts">, InventedPart[]>,
      true satisfies Is<Data<"countThings">, number>,
      true satisfies Is<ListThingsArguments["colours"], readonly InventedColour[] | undefined>,
      true satisfies Is<ListThingsArguments["near"], { readonly x?: number | undefined; readonly y?: number | undefined } | undefined>,
      true satisfies Is<ListThingsArguments["xInvented"], string>,
    ];
    export const none: GetPartArguments = {};
    void client.getPart();
    void client.getPart({}, { signal: undefined });
    // @ts-expect-error: the options of a call are not its arguments
    void client.getPart({ correlationId: "a" });
    // @ts-expect-error: a body is required
    void client.addThing({ customerId: "a" });
    void client.changeThing({ customerId: "a", thingId: 5 });
    export { all };`,
  );
  expect(problems).toEqual([]);
});
