import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import type { FetchLike } from "../../src/index.ts";
import { createFakeClient, ids, reasonOf } from "../fake-client.ts";

/** A fetch that returns something that its type does not allow. */
const fetching = (value: unknown) => (async () => value) as unknown as FetchLike;

const need = "no complete response: fetch must return a Response";

const read = new Response("{}");
beforeAll(() => read.text());

describe("what a custom fetch returns", () => {
  it.each([
    ["undefined", undefined, ", not undefined"],
    ["null", null, ", not null"],
    ["a string", '{"id":"a"}', ", not a string"],
    [
      "an incomplete response",
      { ok: true, status: 200, json: async () => ({ id: "a" }) },
      ", not an object without statusText, headers, body (a ReadableStream or null)",
    ],
    [
      "a response whose body is a stream of Node's",
      Object.defineProperty(new Response(), "body", { value: Readable.from(["{}"]) }),
      ", not an object without body (a ReadableStream or null)",
    ],
    [
      "a response whose headers are an object",
      Object.defineProperty(new Response(), "headers", { value: { get: "no" } }),
      ", not an object without headers",
    ],
    ["a response that was already read", read, ", not one whose body was already read"],
    [
      "a response with a body of strings",
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue("{") })),
      " whose body is bytes",
    ],
  ])("%s fails once, and the error says what was wrong", async (_, value, problem) => {
    let calls = 0;
    const { get, environment, events } = createFakeClient(() => new Response(), {
      fetch: (...parameters) => {
        calls += 1;
        return fetching(value)(...parameters);
      },
    });
    const error = reasonOf(await environment.settle(get(ids)));
    expect(error).toMatchObject({
      name: "ConnectionError",
      kind: "connection",
      reason: "not-a-response",
      attempts: 1,
      message: `GET /v1/customers/customer/orders/order: ${need}${problem}`,
    });
    expect(calls).toBe(1);
    expect(events.at(-1)).toMatchObject({ type: "error", kind: "connection" });
  });

  it("may be a response of another package with the same properties", async () => {
    const { status, statusText, ok, headers, body } = new Response('{"id":"order"}');
    const value = { status, statusText, ok, headers, body };
    const { get, environment } = createFakeClient(() => new Response(), { fetch: fetching(value) });
    expect(await environment.settle(get(ids))).toMatchObject({ value: { data: { id: "order" } } });
  });

  it("may be a response without a stream, as React Native has it", async () => {
    const value = Object.defineProperty(new Response('{"id":"order"}'), "body", {
      value: undefined,
    });
    const { get, environment } = createFakeClient(() => new Response(), { fetch: fetching(value) });
    expect(await environment.settle(get(ids))).toMatchObject({ value: { data: { id: "order" } } });
  });
});

it("fetch is called without this", async () => {
  const callers: unknown[] = [];
  const { get, environment } = createFakeClient(() => new Response(), {
    async fetch(this: unknown) {
      callers.push(this);
      return new Response('{"id":"order"}');
    },
  });
  await environment.settle(get(ids));
  expect(callers).toEqual([undefined]);
});

it.each([
  [undefined, 10 * 2 ** 20],
  [1_000, 1_000],
  [11 * 2 ** 20, 11 * 2 ** 20],
])("maxBodySize of %s allows bodies of %s bytes", async (maxBodySize, limit) => {
  const body = (size: number) => `{"id":"${" ".repeat(size - 9)}"}`;
  const { get, environment, sent } = createFakeClient(
    (_, __, n) => new Response(body(n ? limit + 1 : limit)),
    { maxBodySize },
  );
  expect(await environment.settle(get(ids))).toMatchObject({ status: "fulfilled" });
  expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({
    kind: "connection",
    reason: "too-large",
    attempts: 1,
    message: `GET /v1/customers/customer/orders/order: no complete response: the body is larger than maxBodySize, ${limit} bytes`,
  });
  expect(sent).toHaveLength(2);
});

it("maxBodySize of Infinity removes the limit", async () => {
  const body = `{"id":"${" ".repeat(11 * 2 ** 20)}"}`;
  const { get, environment } = createFakeClient(() => new Response(body), {
    maxBodySize: Number.POSITIVE_INFINITY,
  });
  expect(await environment.settle(get(ids))).toMatchObject({ status: "fulfilled" });
});
