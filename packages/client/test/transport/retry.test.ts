import { describe, expect, it } from "vitest";
import { createFakeClient, gaps, ids, reasonOf, reply } from "../fake-client.ts";

describe("a failed request is repeated", () => {
  it.each([
    [0, [250, 250]],
    [0.5, [375, 625]],
    [0.999, [499.75, 999.25]],
  ])("after a random wait: %f", async (random, waits) => {
    const { get, environment, sent } = createFakeClient(() => reply(503));
    environment.randomNumber = random;
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({
      status: 503,
      attempts: 3,
    });
    expect(gaps(sent)).toEqual(waits);
  });

  it("never later than maxDelay by its own choice", async () => {
    const retry = { maxRetries: 9, minDelay: 250, maxDelay: 8_000 };
    const { get, environment, sent } = createFakeClient(() => reply(503), { retry });
    environment.randomNumber = 0.9999;
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

  it("by its own choice when the service asks for more than a day", async () => {
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
