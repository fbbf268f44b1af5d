import { describe, expect, it } from "vitest";
import { createFakeClient, ids, reasonOf, reply } from "../fake-client.ts";

/** The gaps between the requests that a client sent. */
const gaps = (sent: { at: number }[]) =>
  sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));

describe("a failed request is repeated", () => {
  it.each([
    [0, [250, 250]],
    [0.5, [375, 625]],
    [0.999, [499.75, 999.25]],
  ])("after a wait that is drawn by chance: %f", async (chance, waits) => {
    const { get, environment, sent } = createFakeClient(() => reply(503));
    environment.chance = chance;
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({
      status: 503,
      attempts: 3,
    });
    expect(gaps(sent)).toEqual(waits);
  });

  it("never later than maxDelay by its own drawing", async () => {
    const retry = { maxRetries: 9, minDelay: 250, maxDelay: 8_000 };
    const { get, environment, sent } = createFakeClient(() => reply(503), { retry });
    environment.chance = 0.9999;
    await environment.settle(get(ids));
    expect(Math.max(...gaps(sent))).toBeLessThan(8_000);
    expect(gaps(sent).at(-1)).toBeGreaterThan(7_900);
  });

  it("after the time that the service asked for, when the call lasts that long", async () => {
    const { get, environment, sent } = createFakeClient((_, __, n) =>
      n === 0 ? reply(429, {}, { "retry-after": "57" }) : reply(),
    );
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(gaps(sent)).toEqual([57_000]);
  });

  it("not at all when the wait would outlast the call", async () => {
    const { get, environment } = createFakeClient(() => reply(503, {}, { "retry-after": "120" }));
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({
      status: 503,
      attempts: 1,
      retryAfterMs: 120_000,
    });
  });

  it("within a call that has no limit, however long the service asks", async () => {
    const { get, environment, sent } = createFakeClient(
      (_, __, n) => (n === 0 ? reply(503, {}, { "retry-after": "86400" }) : reply()),
      { timeout: { total: false } },
    );
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(gaps(sent)).toEqual([86_400_000]);
  });

  it("by its own drawing when the service asks for more than a day", async () => {
    const { get, environment, sent } = createFakeClient(
      (_, __, n) => (n === 0 ? reply(503, {}, { "retry-after": "86401" }) : reply()),
      { timeout: { total: false } },
    );
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(gaps(sent)).toEqual([250]);
  });

  it("and told as an event before the wait", async () => {
    const { get, environment, events } = createFakeClient((_, __, n) => reply(n ? 200 : 500));
    await environment.settle(get(ids));
    expect(events).toMatchObject([
      { type: "request", attempts: 1, durationMs: 0 },
      { type: "response", attempts: 1, status: 500 },
      { type: "retry", attempts: 1, delayMs: 250, reason: 500 },
      { type: "request", attempts: 2, durationMs: 250 },
      { type: "response", attempts: 2, status: 200 },
    ]);
  });
});

it("a call that overslept its deadline is a timeout, and no pause", async () => {
  const { get, environment, sent } = createFakeClient(
    (_, __, n) => (n === 0 ? reply(503) : new Promise(() => {})),
    {
      timeout: { total: 5_000 },
      onEvent: ({ type }) => type === "retry" && environment.stall(9_000),
    },
  );
  const failure = await environment.settle(get(ids));
  expect(reasonOf(failure)).toMatchObject({ kind: "timeout", scope: "total" });
  expect(sent).toHaveLength(2);
});

describe("the budget of a client", () => {
  /** A client whose service fails with 503 while `down` says so. */
  const failing = (down: (n: number) => boolean) =>
    createFakeClient((_, __, n) => reply(down(n) ? 503 : 200), { retry: { minDelay: 0 } });
  const burst = ({ get, environment }: ReturnType<typeof failing>, calls: number) =>
    environment.settle(Promise.allSettled(Array.from({ length: calls }, () => get(ids))));

  it("loses none of a burst of 30 calls that each meet one 503", async () => {
    const client = failing((n) => n < 30);
    const { value } = (await burst(client, 30)) as { value?: unknown };
    expect(value).toMatchObject(Array.from({ length: 30 }, () => ({ status: "fulfilled" })));
    expect(client.sent.length).toBe(60);
  });

  it("lets 100 retries through at once, and no more", async () => {
    const client = failing(() => true);
    await burst(client, 200);
    expect(client.sent.length).toBe(300);
  });

  it("is refilled by a success, with the last retry or a fifth of one", async () => {
    let down = true;
    const client = failing(() => down);
    await burst(client, 200);
    down = false;
    await burst(client, 10);
    down = true;
    const before = client.sent.length;
    await burst(client, 10);
    // 10 successes without a retry gave back 2.
    expect(client.sent.length - before).toBe(12);
  });

  it("is refilled by time, with one retry a second", async () => {
    const client = failing(() => true);
    await burst(client, 200);
    await client.environment.pass(7_000);
    const before = client.sent.length;
    await burst(client, 10);
    expect(client.sent.length - before).toBe(17);
  });

  it("keeps the extra load of 1,000 failing calls under 15 %", async () => {
    const { get, environment, sent } = createFakeClient(() => reply(503));
    for (let call = 0; call < 1_000; call += 1) await environment.settle(get(ids));
    expect(sent.length).toBeGreaterThan(1_100);
    expect(sent.length).toBeLessThan(1_150);
  });
});

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
    const calls = [0, 0.25, 0.5, 0.75].map((chance) => {
      environment.chance = chance;
      return get(busy);
    });
    await environment.settle(Promise.all(calls));
    expect(gaps(sent)).toEqual([60_000, 1_500, 1_500, 1_500]);
  });

  it("calls that were refused together start spread out", async () => {
    const { get, environment, sent } = createFakeClient((_, __, n) =>
      n < 3 ? reply(429, {}, { "retry-after": "60" }) : reply(),
    );
    let drawn = 0;
    environment.random = () => (drawn++ % 4) / 4;
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
