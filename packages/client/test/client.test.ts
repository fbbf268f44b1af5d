import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as everything from "../src/index.ts";
import { createFakeClient, headersOf, ids, reasonOf, reply } from "./fake-client.ts";

const notSent = async (parameters: unknown, options = {}) => {
  const { get, sent } = createFakeClient(() => reply());
  const [outcome] = await Promise.allSettled([get(parameters as typeof ids, options)]);
  expect(sent).toEqual([]);
  return reasonOf(outcome as PromiseSettledResult<unknown>);
};

describe("getOrder refuses", () => {
  it.each([
    [undefined, "parameters"],
    [null, "parameters"],
    ["customer", "parameters"],
    [{}, "customerId"],
    [{ ...ids, customerId: "" }, "customerId"],
    [{ ...ids, customerId: "." }, "customerId"],
    [{ ...ids, orderId: ".." }, "orderId"],
    [{ ...ids, orderId: ["a"] }, "orderId"],
    [{ ...ids, orderId: Symbol("a") }, "orderId"],
    [{ ...ids, orderId: "\udc00" }, "orderId"],
    [{ ...ids, includePrice: "true" }, "includePrice"],
    [{ ...ids, includePrice: null }, "includePrice"],
  ])("%s for its %s", async (parameters, argument) => {
    expect(await notSent(parameters)).toMatchObject({ kind: "argument", argument });
  });

  it.each(["", "two words", "line\nbreak", "za\u017c", 5])("the id %j", async (id) => {
    const error = { kind: "argument", argument: "correlationId" };
    expect(await notSent(ids, { correlationId: id })).toMatchObject(error);
    expect(await notSent(ids, { requestId: id })).toMatchObject({ argument: "requestId" });
  });
});

describe("getOrder refuses the options of a call", () => {
  it.each<[unknown, string, string]>([
    [null, "options", "must be an object such as { signal }, not null"],
    [5000, "options", "must be an object such as { signal }, not 5000"],
    [
      { timeout: 5000 },
      "timeout",
      "must be an object such as { total: 5000 }, in milliseconds, not 5000",
    ],
    [
      { timeout: 0 },
      "timeout",
      "must be an object such as { total: 5000 }, in milliseconds, not 0",
    ],
    [
      { timeout: null },
      "timeout",
      "must be an object such as { total: 5000 }, in milliseconds, not null",
    ],
    [
      { signal: new AbortController() },
      "signal",
      "must be an AbortSignal such as controller.signal, not an object",
    ],
    [{ signal: 5 }, "signal", "must be an AbortSignal such as controller.signal, not 5"],
    [{ correlationId: 5 }, "correlationId", "must be a string such as a GUID, not 5"],
    [{ requestId: "a b" }, "requestId", "must be visible ASCII characters, such as a GUID"],
  ])("%j", async (options, argument, problem) => {
    const message = `${argument} ${problem}`;
    expect(await notSent(ids, options as object)).toMatchObject({
      kind: "argument",
      argument,
      message,
    });
  });
});

it("takes null for a signal, as fetch does", async () => {
  const { get } = createFakeClient(() => reply());
  const options = { signal: null } as unknown as Parameters<typeof get>[1];
  expect((await get(ids, options)).status).toBe(200);
});

it("10,000 ids each stay one segment of the path", async () => {
  const { get, sent } = createFakeClient(() => reply(), { onEvent: undefined });
  const id = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom(".", "/", "%", "2", "e", "\\", "?", "#", "{", "}", "\n", "é"),
    }),
    fc.constantFrom("..", ".", "", "%2e%2e", "..;", "{order_id}", "{version}"),
  );
  await fc.assert(
    fc.asyncProperty(id, id, async (customerId, orderId) => {
      sent.length = 0;
      const refused = [customerId, orderId].some((each) => /^\.{0,2}$/.test(each));
      const [outcome] = await Promise.allSettled([get({ customerId, orderId })]);
      expect(outcome?.status).toBe(refused ? "rejected" : "fulfilled");
      expect(sent.length).toBe(refused ? 0 : 1);
      if (refused) return;
      const { origin, pathname, search, hash } = new URL(sent[0]?.url ?? "");
      expect([origin, search, hash]).toEqual(["https://api.partnercenter.microsoft.com", "", ""]);
      expect(pathname.split("/").map(decodeURIComponent)).toEqual([
        "",
        "v1",
        "customers",
        customerId,
        "orders",
        orderId,
      ]);
    }),
    { numRuns: 10_000 },
  );
});

it.each([
  [undefined, ""],
  [true, "?include_price=true"],
  [false, "?include_price=false"],
])("includePrice %s is sent as %j", async (includePrice, query) => {
  const { get, sent } = createFakeClient(() => reply());
  await get({ ...ids, includePrice });
  expect(new URL(sent[0]?.url ?? "").search).toBe(query);
});

it("a correlation vector is an argument, and sent as its header", async () => {
  const { get, sent } = createFakeClient(() => reply());
  await get({ ...ids, msCv: "kT4vXz81QmPe7WsA.0" });
  expect(headersOf(sent[0]?.init)["ms-cv"]).toBe("kT4vXz81QmPe7WsA.0");
  expect(await notSent({ ...ids, msCv: "a\nb" })).toMatchObject({ argument: "msCv" });
});

it("the base URL may have a path, and the version may be another", async () => {
  const { get, sent } = createFakeClient(() => reply(), {
    baseUrl: "https://gateway.example/partner//",
    apiVersion: "2/x",
  });
  await get(ids);
  expect(sent[0]?.url).toBe(
    "https://gateway.example/partner/v2%2Fx/customers/customer/orders/order",
  );
});

it("a result has the data, the status, the headers and all ids", async () => {
  const { get } = createFakeClient(() =>
    reply(200, { id: "order" }, { "ms-requestid": "theirs", "ms-correlationid": " a, a" }),
  );
  const { headers, ...result } = await get(ids, { correlationId: "c", requestId: "r" });
  expect(result).toEqual({
    data: { id: "order" },
    status: 200,
    requestId: "theirs",
    correlationId: "a",
    sentRequestId: "r",
    sentCorrelationId: "c",
  });
  expect(headers.get("ms-requestid")).toBe("theirs");
});

it("an error is reported as an event, with the error itself", async () => {
  const { get, events } = createFakeClient(() => reply(404));
  const [outcome] = await Promise.allSettled([get(ids)]);
  const error = reasonOf(outcome as PromiseSettledResult<unknown>);
  expect(events.map(({ type }) => type)).toEqual(["request", "response", "error"]);
  expect(events.at(-1)).toMatchObject({ kind: "api", error, attempts: 1 });
});

it("every public name is in the index, and nothing else", () => {
  expect(Object.keys(everything).sort()).toEqual([
    "ApiError",
    "ArgumentError",
    "ConnectionError",
    "CredentialError",
    "InvalidResponseError",
    "PartnerCenterError",
    "TimeoutError",
    "classifyOrderStatus",
    "createClient",
    "createFetch",
    "isApiError",
    "isArgumentError",
    "isConnectionError",
    "isCredentialError",
    "isInvalidResponseError",
    "isPartnerCenterError",
    "isTimeoutError",
    "resolveLink",
  ]);
});
