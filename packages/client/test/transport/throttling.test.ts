import { describe, expect, it } from "vitest";
import { createFakeClient, gaps, ids, reasonOf, reply } from "../fake-client.ts";

describe("after a 429", () => {
  const throttled = () =>
    createFakeClient((url, _, n) =>
      url.includes("/busy/") && n === 0 ? reply(429, {}, { "retry-after": "60" }) : reply(),
    );
  const busy = { customerId: "BUSY", orderId: "a" };

  it("a later call for the same customer waits, one for another does not", async () => {
    const { get, environment, sent, events } = throttled();
    const first = get({ customerId: "busy", orderId: "a" }, { timeout: { total: 1_000 } });
    expect(reasonOf(await environment.settle(first))).toMatchObject({ retryAfterMs: 60_000 });
    const second = get(busy);
    const other = get({ customerId: "idle", orderId: "a" });
    expect((await environment.settle(other)).status).toBe("fulfilled");
    expect(sent.length).toBe(2);
    expect((await environment.settle(second)).status).toBe("fulfilled");
    expect(gaps(sent)).toEqual([0, 60_000]);
    expect(events).toContainEqual(
      expect.objectContaining({ type: "retry", reason: "pause", delayMs: 60_000, attempts: 0 }),
    );
    // The pause is over.
    expect((await environment.settle(get(busy))).status).toBe("fulfilled");
    expect(gaps(sent).at(-1)).toBe(0);
  });

  it("a call that ends before the pause fails unsent", async () => {
    const { get, environment, sent } = throttled();
    await environment.settle(get({ customerId: "busy", orderId: "a" }, { timeout: { total: 1 } }));
    await environment.pass(10_500);
    const timeout = { total: 49_000 };
    expect(reasonOf(await environment.settle(get(busy, { timeout })))).toMatchObject({
      kind: "api",
      status: 429,
      attempts: 0,
      retryAfterMs: 50_000,
      description: "Not sent yet",
    });
    expect(sent.length).toBe(1);
  });

  it("the caller's signal ends the wait", async () => {
    const { get, environment, sent } = throttled();
    await environment.settle(get({ customerId: "busy", orderId: "a" }, { timeout: { total: 1 } }));
    const controller = new AbortController();
    const waiting = get(busy, { signal: controller.signal });
    await environment.pass(1_000);
    controller.abort("mine");
    expect(await environment.settle(waiting)).toEqual({ status: "rejected", reason: "mine" });
    expect(environment.timers()).toBe(0);
    expect(sent.length).toBe(1);
  });

  it("a long pause ends after five minutes", async () => {
    const { get, environment, sent } = createFakeClient((_, __, n) =>
      n === 0 ? reply(429, {}, { "retry-after": "7200" }) : reply(),
    );
    await environment.settle(get(ids));
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ attempts: 0 });
    await environment.pass(300_000);
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(sent.length).toBe(2);
  });

  it("the later end counts, also when a shorter pause is asked for last", async () => {
    const { get, environment, sent } = createFakeClient((_, __, n) =>
      n < 2 ? reply(429, {}, { "retry-after": n ? "5" : "60" }) : reply(),
    );
    const timeout = { total: 1_000 };
    const calls = [get(busy, { timeout }), get(busy, { timeout })];
    await environment.settle(Promise.allSettled(calls));
    expect((await environment.settle(get(busy))).status).toBe("fulfilled");
    expect(gaps(sent)).toEqual([0, 60_000]);
  });

  it("a call that was refused waits for the later end at once", async () => {
    const { get, environment, sent, events } = createFakeClient((_, __, n) =>
      n < 2 ? reply(429, {}, { "retry-after": n ? "5" : "60" }) : reply(),
    );
    await environment.settle(Promise.allSettled([get(busy), get(busy)]));
    expect(gaps(sent)).toEqual([0, 60_000, 0]);
    expect(events.filter(({ type }) => type === "retry")).toMatchObject([
      { delayMs: 60_000, reason: 429 },
      { delayMs: 60_000, reason: 429 },
    ]);
  });

  it("all wait once a second customer was refused meanwhile", async () => {
    const { get, environment, sent } = createFakeClient((_, __, n) =>
      n < 2 ? reply(429, {}, { "retry-after": "60" }) : reply(),
    );
    const timeout = { total: 1_000 };
    await environment.settle(get(busy, { timeout }));
    await environment.settle(get({ ...busy, customerId: "also-busy" }, { timeout }));
    const third = get({ ...busy, customerId: "idle" });
    expect((await environment.settle(third)).status).toBe("fulfilled");
    expect(gaps(sent)).toEqual([0, 60_000]);
  });

  it("calls that waited start spread out", async () => {
    const { get, environment, sent } = throttled();
    await environment.settle(get({ ...busy, customerId: "busy" }, { timeout: { total: 1_000 } }));
    const calls = [0, 0.25, 0.5, 0.75].map((random) => {
      environment.randomNumber = random;
      return get(busy);
    });
    await environment.settle(Promise.all(calls));
    expect(gaps(sent)).toEqual([60_000, 1_500, 1_500, 1_500]);
  });

  it("calls that were refused together start spread out", async () => {
    const { get, environment, sent } = createFakeClient((_, __, n) =>
      n < 3 ? reply(429, {}, { "retry-after": "60" }) : reply(),
    );
    let count = 0;
    environment.random = () => (count++ % 4) / 4;
    await environment.settle(Promise.all([get(busy), get(busy), get(busy)]));
    expect(new Set(sent.slice(3).map(({ at }) => at)).size).toBe(3);
  });

  it("a client of its own knows nothing of the pause", async () => {
    const first = throttled();
    await first.environment.settle(first.get(busy, { timeout: { total: 1 } }));
    const second = createFakeClient(() => reply());
    expect((await second.environment.settle(second.get(busy))).status).toBe("fulfilled");
  });
});
