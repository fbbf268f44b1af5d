import { describe, expect, it } from "vitest";
import { ApiError, type CallOptions, ConnectionError, TimeoutError } from "../../src/index.ts";
import { createFakeClient, ids, reply } from "../fake-client.ts";
import { turn } from "../fake-environment.ts";

const facts = {
  method: "GET",
  path: "/elsewhere",
  attempts: 1,
  requestId: "r",
  correlationId: "c",
  sentRequestId: "r",
  sentCorrelationId: "c",
};

/** Errors of this package that would be retried if they counted as outcomes. */
const reasons = [
  new TimeoutError("mine", { ...facts, scope: "attempt", timeoutMs: 1 }),
  new ConnectionError("mine", { ...facts, reason: "network", code: undefined }),
  new ApiError("mine", {
    ...facts,
    status: 503,
    code: undefined,
    description: undefined,
    data: undefined,
    source: undefined,
    snippet: undefined,
    headers: new Headers(),
    retryAfterMs: undefined,
    hint: undefined,
  }),
];

describe.each(reasons)("the reason of an abort, a %s of this package,", (reason) => {
  it("is passed on at once, and the event says aborted", async () => {
    const { get, environment, sent, events } = createFakeClient(() => new Promise(() => {}));
    const controller = new AbortController();
    const call = get(ids, { signal: controller.signal });
    await turn();
    controller.abort(reason);
    expect(await environment.settle(call)).toEqual({ status: "rejected", reason });
    expect(sent).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: "error", kind: "aborted", error: undefined });
    expect(events.filter(({ type }) => type === "error")).toHaveLength(1);
  });

  it("is passed on when the signal was aborted before", async () => {
    const { get, sent, events } = createFakeClient(() => reply());
    const signal = AbortSignal.abort(reason);
    await expect(get(ids, { signal })).rejects.toBe(reason);
    expect(sent).toHaveLength(0);
    expect(events).toMatchObject([{ type: "error", kind: "aborted", error: undefined }]);
  });

  it("is passed on during the wait for a retry", async () => {
    const controller = new AbortController();
    const { get, environment, sent, events } = createFakeClient(() => reply(503), {
      retry: { minDelay: 1_000 },
    });
    const call = get(ids, { signal: controller.signal });
    await turn();
    controller.abort(reason);
    expect(await environment.settle(call)).toEqual({ status: "rejected", reason });
    expect(sent).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ kind: "aborted", error: undefined });
  });

  it("is passed on while the credential is asked", async () => {
    const { get, environment, events } = createFakeClient(() => reply(), {
      credential: () => new Promise(() => {}),
    });
    const controller = new AbortController();
    const call = get(ids, { signal: controller.signal });
    await turn();
    controller.abort(reason);
    expect(await environment.settle(call)).toEqual({ status: "rejected", reason });
    expect(events.at(-1)).toMatchObject({ kind: "aborted", error: undefined });
  });
});

/** A signal as old polyfills have it: without `reason` and `throwIfAborted`. */
function polyfilledSignal() {
  const listeners = new Set<() => void>();
  const signal: NonNullable<CallOptions["signal"]> & { aborted: boolean } = {
    aborted: false,
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  };
  const abort = () => {
    signal.aborted = true;
    for (const listener of listeners) listener();
  };
  return { signal, abort, listeners };
}

describe("a polyfilled signal", () => {
  it("leaves a call alone that goes well", async () => {
    const { signal, listeners } = polyfilledSignal();
    const { get, environment } = createFakeClient(() => reply());
    expect(await environment.settle(get(ids, { signal }))).toMatchObject({ status: "fulfilled" });
    expect(listeners.size).toBe(0);
  });

  it("ends a call with an AbortError", async () => {
    const { signal, abort, listeners } = polyfilledSignal();
    const { get, environment, events } = createFakeClient(() => new Promise(() => {}));
    const call = get(ids, { signal });
    await turn();
    abort();
    const outcome = await environment.settle(call);
    expect(outcome).toMatchObject({ reason: { name: "AbortError" } });
    expect(events.at(-1)).toMatchObject({ kind: "aborted", error: undefined });
    expect(listeners.size).toBe(0);
  });

  it("that was aborted before sends nothing", async () => {
    const { signal, abort } = polyfilledSignal();
    abort();
    const { get, sent } = createFakeClient(() => reply());
    await expect(get(ids, { signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(sent).toHaveLength(0);
  });
});

it("null is a reason, too", async () => {
  const { get } = createFakeClient(() => reply());
  await expect(get(ids, { signal: AbortSignal.abort(null) })).rejects.toBe(null);
});
