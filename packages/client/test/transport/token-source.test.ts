import { describe, expect, it } from "vitest";
import { renderings } from "../../situations/check.ts";
import { bearer, createFakeClient, headersOf, ids, reasonOf, reply } from "../fake-client.ts";
import { turn } from "../fake-environment.ts";

describe("a token with a known end", () => {
  it("is used until 2 minutes before it", async () => {
    let asked = 0;
    const { get, environment, sent, events } = createFakeClient(() => reply(), {
      credential: () => ({
        token: `token-${++asked}`,
        expiresOnTimestamp: environment.date() + 3_600_000,
      }),
    });
    await environment.settle(get(ids));
    await environment.pass(3_479_999);
    await environment.settle(get(ids));
    expect(asked).toBe(1);
    await environment.pass(1);
    await environment.settle(get(ids));
    expect(sent.map(bearer)).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
    expect(events.filter(({ type }) => type === "token")).toHaveLength(2);
  });

  it("is replaced when the clock jumps over its end", async () => {
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => ({ token: `t-${++asked}`, expiresOnTimestamp: 1_700_003_601_000 }),
    });
    await environment.settle(get(ids));
    environment.clockError = 1e9;
    await environment.settle(get(ids));
    expect(asked).toBe(2);
  });
});

it("a token in a string is requested before each request, also a retry", async () => {
  let asked = 0;
  const { get, environment, sent } = createFakeClient((_, __, n) => reply(n ? 200 : 503), {
    credential: () => `token-${++asked}`,
  });
  await environment.settle(get(ids));
  expect(sent.map(bearer)).toEqual(["Bearer token-1", "Bearer token-2"]);
});

it("calls that were refused together ask for one new token", async () => {
  let asked = 0;
  const { get, environment, sent } = createFakeClient(
    (_, init) => reply(headersOf(init).authorization === "Bearer token-1" ? 401 : 200),
    {
      credential: async () => {
        asked += 1;
        return { token: `token-${asked}`, expiresOnTimestamp: environment.date() + 3_600_000 };
      },
    },
  );
  const calls = Array.from({ length: 10 }, () => get(ids));
  const { value } = (await environment.settle(Promise.allSettled(calls))) as { value?: unknown };
  expect(value).toMatchObject(calls.map(() => ({ status: "fulfilled" })));
  expect(asked).toBe(2);
  expect(sent).toHaveLength(20);
});

it("a call is replayed once, also when a retry is refused later", async () => {
  let asked = 0;
  const statuses = [401, 503, 401, 200];
  const { get, environment, sent } = createFakeClient((_, __, n) => reply(statuses[n]), {
    credential: () => `token-${++asked}`,
  });
  expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ status: 401, attempts: 3 });
  expect(sent).toHaveLength(3);
});

it("a fixed token is not replayed", async () => {
  const { get, environment } = createFakeClient(() => reply(401));
  expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ status: 401, attempts: 1 });
});

describe("a credential that fails", () => {
  it("while a token is replaced is what the caller learns", async () => {
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(401), {
      credential: () => {
        asked += 1;
        if (asked > 1) throw new Error("AADSTS50076: MFA is needed");
        return "token-1";
      },
    });
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({
      kind: "credential",
      attempts: 1,
      message: expect.stringMatching(/: no token: the credential threw Error AADSTS50076$/),
    });
  });

  it("fails every call that waited, each with its own ids", async () => {
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => Promise.reject(new Error("down")),
    });
    const calls = [get(ids, { correlationId: "one" }), get(ids, { correlationId: "two" })];
    const outcomes = await Promise.all(calls.map((call) => environment.settle(call)));
    expect(outcomes.map((outcome) => reasonOf(outcome).sentCorrelationId)).toEqual(["one", "two"]);
  });

  it("after its caller left is nobody's unhandled rejection", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", listen);
    let fail: ((error: Error) => void) | undefined;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () =>
        new Promise<string>((_, reject) => {
          fail = reject;
        }),
    });
    const controller = new AbortController();
    const call = get(ids, { signal: controller.signal });
    await turn();
    controller.abort("mine");
    expect(await environment.settle(call)).toEqual({ status: "rejected", reason: "mine" });
    fail?.(new Error("too late"));
    await turn();
    await turn();
    process.off("unhandledRejection", listen);
    expect(unhandled).toEqual([]);
  });

  it("by never settling is limited by timeout.attempt, and asked again", async () => {
    let asked = 0;
    const { get, environment, events } = createFakeClient(() => reply(), {
      credential: () => (++asked === 1 ? new Promise<string>(() => {}) : "token"),
    });
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(asked).toBe(2);
    expect(events[0]).toMatchObject({ type: "retry", reason: "timeout", durationMs: 30_000 });
    expect(environment.timers()).toBe(0);
  });

  it("by never settling ends a call without retries", async () => {
    const { get, environment } = createFakeClient(() => reply(), {
      retry: false,
      timeout: { attempt: 5_000 },
      credential: () => new Promise<string>(() => {}),
    });
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({
      kind: "timeout",
      scope: "attempt",
      timeoutMs: 5_000,
      attempts: 0,
    });
  });

  it("by never settling is asked again also when every caller gave up by itself", async () => {
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => (++asked === 1 ? new Promise<string>(() => {}) : "token"),
    });
    const controller = new AbortController();
    const call = get(ids, { signal: controller.signal });
    await turn();
    controller.abort("mine");
    expect(await environment.settle(call)).toEqual({ status: "rejected", reason: "mine" });
    // Nobody waits, so nothing keeps the process alive.
    expect(environment.timers()).toBe(0);
    await environment.pass(30_000);
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(environment.fired).toEqual([]);
    expect(asked).toBe(2);
  });

  it("by never settling is asked again after 2 minutes when no limit is set", async () => {
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(), {
      timeout: { attempt: false, total: false },
      credential: () => (++asked === 1 ? new Promise<string>(() => {}) : "token"),
    });
    const first = get(ids);
    await environment.pass(119_999);
    const second = get(ids);
    await environment.pass(1);
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(asked).toBe(2);
    await Promise.race([first, second, turn()]);
  });

  it("with an error of another client of this package is not a timeout of this call", async () => {
    const other = createFakeClient(() => new Promise(() => {}), { retry: false });
    const timeout = reasonOf(await other.environment.settle(other.get(ids)));
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => Promise.reject(timeout),
    });
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "credential" });
  });

  it("is told by its name and code alone", async () => {
    const message = "AADSTS7000215: client_secret=hunter2&password=p4ss";
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => Promise.reject(Object.assign(new TypeError(message), { request: message })),
    });
    const error = reasonOf(await environment.settle(get(ids)));
    expect(error.message).toMatch(/: no token: the credential threw TypeError AADSTS7000215$/);
    expect(renderings(error)).not.toMatch(/hunter2|p4ss/);
  });
});
