import { describe, expect, it } from "vitest";
import { createFakeClient, headersOf, ids, reasonOf, reply } from "../fake-client.ts";
import { turn } from "../fake-environment.ts";

/** A body that never ends, and counts how often it is cancelled. */
function endless() {
  const state = { cancelled: 0 };
  const body = new ReadableStream({
    pull: () => new Promise(() => {}),
    cancel() {
      state.cancelled += 1;
    },
  });
  return { state, body };
}

/** A signal that counts the listeners on it. */
function countingSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  Object.assign(signal, {
    addEventListener(...parameters: Parameters<typeof add>) {
      listeners += 1;
      add(...parameters);
    },
    removeEventListener(...parameters: Parameters<typeof remove>) {
      listeners -= 1;
      remove(...parameters);
    },
  });
  return { controller, signal, listeners: () => listeners };
}

const once = { retry: false } as const;

describe("a limit", () => {
  it("of an attempt ends a fetch that ignores its signal, and a late body is cancelled", async () => {
    const { state, body } = endless();
    let respond: ((response: Response) => void) | undefined;
    const pending = new Promise<Response>((resolve) => {
      respond = resolve;
    });
    const { get, environment } = createFakeClient(() => pending, once);
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({
      kind: "timeout",
      scope: "attempt",
      timeoutMs: 30_000,
      attempts: 1,
      message: "GET /v1/customers/customer/orders/order: attempt timeout of 30000 ms",
    });
    respond?.(new Response(body));
    await turn();
    expect(state.cancelled).toBe(1);
  });

  it("includes the body, which is cancelled", async () => {
    const { state, body } = endless();
    const { get, environment } = createFakeClient(() => new Response(body), once);
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "timeout" });
    expect(state.cancelled).toBe(1);
    expect(environment.timers()).toBe(0);
  });

  it("of the call is shared by its attempts", async () => {
    const { get, environment, sent } = createFakeClient(() => new Promise(() => {}), {
      timeout: { attempt: 1_000, total: 1_500 },
    });
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({
      kind: "timeout",
      scope: "total",
      timeoutMs: 1_500,
      attempts: 2,
    });
    expect(sent.map(({ at }) => at)).toEqual([1_000, 2_250]);
    expect(environment.now()).toBe(2_500);
  });

  it("may be changed or removed for one call", async () => {
    const { get, environment } = createFakeClient(() => new Promise(() => {}), once);
    const timeout = { attempt: false, total: 5_000 } as const;
    const failure = await environment.settle(get(ids, { timeout }));
    expect(reasonOf(failure)).toMatchObject({ scope: "total", timeoutMs: 5_000 });
  });
});

describe("nothing is left behind", () => {
  it.each([
    ["a response", () => reply()],
    ["an error", () => reply(500)],
    ["a lost connection", () => Promise.reject(new TypeError("fetch failed"))],
    ["a timeout", () => new Promise<Response>(() => {})],
  ] as const)("after %s", async (_, handle) => {
    const { signal, listeners } = countingSignal();
    const { get, environment } = createFakeClient(handle);
    await environment.settle(get(ids, { signal }));
    expect(listeners()).toBe(0);
    expect(environment.timers()).toBe(0);
  });

  it("after the caller gave up", async () => {
    const { signal, controller, listeners } = countingSignal();
    const { get, environment } = createFakeClient(() => new Promise(() => {}));
    const call = get(ids, { signal });
    await turn();
    expect(listeners()).toBe(1);
    controller.abort("mine");
    expect(await environment.settle(call)).toEqual({ status: "rejected", reason: "mine" });
    expect(listeners()).toBe(0);
    expect(environment.timers()).toBe(0);
  });
});

describe("the caller's signal", () => {
  it("wins over a fetch that fails for its own reasons", async () => {
    const controller = new AbortController();
    const { get, environment } = createFakeClient(() => {
      controller.abort("mine");
      throw new Error("something else");
    });
    const outcome = await environment.settle(get(ids, { signal: controller.signal }));
    expect(outcome).toEqual({ status: "rejected", reason: "mine" });
  });

  it("reaches the fetch that is under way", async () => {
    const controller = new AbortController();
    const { get, environment, sent } = createFakeClient(() => new Promise(() => {}));
    const call = get(ids, { signal: controller.signal });
    await turn();
    expect(sent[0]?.init.signal?.aborted).toBe(false);
    controller.abort();
    await environment.settle(call);
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });

  it("is told as an event without its reason", async () => {
    const controller = new AbortController();
    const { get, environment, events } = createFakeClient(() => new Promise(() => {}));
    const call = get(ids, { signal: controller.signal });
    await turn();
    controller.abort(new Error("with the-token-of-this-test"));
    await environment.settle(call);
    expect(events.at(-1)).toMatchObject({ type: "error", kind: "aborted", error: undefined });
  });
});

describe("what fetch throws", () => {
  it("becomes a connection error with all of its messages and no secret", async () => {
    const thrown = new TypeError("fetch failed", {
      cause: Object.assign(new Error("", { cause: "Bearer the-token-of-this-test" }), {
        code: "ECONNREFUSED",
        request: "the-token-of-this-test",
      }),
    });
    const { get, environment } = createFakeClient(() => Promise.reject(thrown), once);
    const error = reasonOf(await environment.settle(get(ids)));
    expect(error).toMatchObject({ kind: "connection", reason: "network" });
    expect(String(Object(error.cause).message)).toBe(
      "fetch failed: ECONNREFUSED: Bearer [redacted]",
    );
  });

  it.each([
    ["a string", "broken"],
    ["nothing", undefined],
    ["an object without a message", Object.create(null)],
    [
      "an object that cannot be read",
      {
        get message() {
          throw new Error("no");
        },
      },
    ],
  ])("may be %s", async (_, thrown) => {
    const { get, environment } = createFakeClient(() => Promise.reject(thrown), once);
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "connection" });
  });

  it("is passed on when it is one of our own errors", async () => {
    const inner = createFakeClient(() => reply(500), once);
    const failure = reasonOf(await inner.environment.settle(inner.get(ids)));
    const { get, environment } = createFakeClient(() => Promise.reject(failure), once);
    expect(reasonOf(await environment.settle(get(ids)))).toBe(failure);
  });

  it("may be thrown at once", async () => {
    const { get, environment } = createFakeClient(() => reply(), {
      ...once,
      fetch: () => {
        throw new Error("at once");
      },
    });
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "connection" });
  });
});

it("a body may come in pieces, or not at all", async () => {
  const pieces = ['{"id"', ':"or', 'der"}'].map((text) => new TextEncoder().encode(text));
  const { get, environment } = createFakeClient((_, __, n) =>
    n === 0
      ? new Response(
          new ReadableStream({
            start(controller) {
              for (const piece of pieces) controller.enqueue(piece);
              controller.close();
            },
          }),
        )
      : new Response(null),
  );
  expect(await environment.settle(get(ids))).toMatchObject({ value: { data: { id: "order" } } });
  expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "invalid-response" });
});

it("fetch is called with an address, headers and a signal, and follows nothing", async () => {
  const { get, environment, sent } = createFakeClient(() => reply(), {
    headers: { "X-Locale": "pl" },
  });
  await environment.settle(get(ids, { correlationId: "c", requestId: "r" }));
  const [request] = sent;
  expect(request?.url).toBe(
    "https://api.partnercenter.microsoft.com/v1/customers/customer/orders/order",
  );
  expect(request?.init).toMatchObject({ method: "GET", body: null, redirect: "manual" });
  expect(headersOf(request?.init)).toEqual({
    accept: "application/json",
    "ms-contract-version": "v1",
    "x-locale": "pl",
    "ms-correlationid": "c",
    "ms-requestid": "r",
    authorization: "Bearer the-token-of-this-test",
  });
});
