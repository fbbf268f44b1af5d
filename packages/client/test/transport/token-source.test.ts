import { describe, expect, it } from "vitest";
import { renderings } from "../../situations/check.ts";
import type { AccessToken } from "../../src/index.ts";
import { createFakeClient, headersOf, ids, reasonOf, reply } from "../fake-client.ts";
import { turn } from "../fake-environment.ts";

const bearer = ({ init }: { init: RequestInit }) => headersOf(init).authorization;

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

it("a text is asked for before each request, also a retry", async () => {
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

  it("by never answering is limited by timeout.attempt, and asked again", async () => {
    let asked = 0;
    const { get, environment, events } = createFakeClient(() => reply(), {
      credential: () => (++asked === 1 ? new Promise<string>(() => {}) : "token"),
    });
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(asked).toBe(2);
    expect(events[0]).toMatchObject({ type: "retry", reason: "timeout", durationMs: 30_000 });
    expect(environment.timers()).toBe(0);
  });

  it("by never answering ends a call without retries", async () => {
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

  it("by never answering is asked again also when every caller gave up by itself", async () => {
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

  it("by never answering is asked again after 2 minutes when no limit is set", async () => {
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

  it("with an error of another client of ours tells that, and is no timeout of this call", async () => {
    const other = createFakeClient(() => new Promise(() => {}), { retry: false });
    const timeout = reasonOf(await other.environment.settle(other.get(ids)));
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => Promise.reject(timeout),
    });
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "credential" });
  });

  it("is told by its name and code alone", async () => {
    const words = "AADSTS7000215: client_secret=hunter2&password=p4ss";
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => Promise.reject(Object.assign(new TypeError(words), { request: words })),
    });
    const error = reasonOf(await environment.settle(get(ids)));
    expect(error.message).toMatch(/: no token: the credential threw TypeError AADSTS7000215$/);
    expect(renderings(error)).not.toMatch(/hunter2|p4ss/);
  });
});

describe("one request for a token at a time", () => {
  /** A provider that answers when the test says so. */
  function createProvider(options: Parameters<typeof createFakeClient>[1] = {}) {
    const answers: ((token: string) => void)[] = [];
    let now: () => number = () => 0;
    const credential = () =>
      new Promise<{ token: string; expiresOnTimestamp: number }>((resolve) => {
        answers.push((token) => resolve({ token, expiresOnTimestamp: now() + 3_600_000 }));
      });
    const client = createFakeClient(() => reply(), { credential, ...options });
    now = client.environment.date;
    return { ...client, answers };
  }

  it("whatever callers do: 20 that abort one after the other leave one in flight", async () => {
    const { get, environment, answers } = createProvider();
    for (let caller = 0; caller < 20; caller += 1) {
      const controller = new AbortController();
      const call = get(ids, { signal: controller.signal });
      await turn();
      controller.abort("mine");
      expect(await environment.settle(call)).toMatchObject({ reason: "mine" });
    }
    expect(answers.length).toBe(1);
    const call = get(ids);
    await turn();
    answers[0]?.("token");
    expect((await environment.settle(call)).status).toBe("fulfilled");
    expect(answers.length).toBe(1);
  });

  it("also when the limits of calls are short", async () => {
    const { get, environment, answers } = createProvider();
    for (const [timeout, scope] of [
      [{ total: 10 }, "total"],
      [{ attempt: 10, total: 15 }, "attempt"],
      [{ attempt: 10 }, "attempt"],
    ] as const) {
      const failure = await environment.settle(get(ids, { timeout }));
      expect(reasonOf(failure)).toMatchObject({ kind: "timeout", scope, timeoutMs: 10 });
    }
    expect(answers.length).toBe(1);
  });

  it("a call that joins late waits as long as the request may take, not longer", async () => {
    const { get, environment, answers } = createProvider();
    const first = get(ids);
    await environment.pass(20_000);
    const second = get(ids);
    await environment.pass(10_250);
    expect(answers.length).toBe(2);
    answers[1]?.("token");
    await environment.settle(Promise.all([first, second]));
    expect(environment.now()).toBe(31_250);
  });

  it("a call that gives the old request up leaves a newer one alone", async () => {
    const { get, environment, answers } = createProvider({ retry: false });
    const first = get(ids).catch(() => get(ids));
    const second = get(ids).catch(() => get(ids));
    await environment.pass(30_000);
    expect(answers.length).toBe(2);
    answers[1]?.("newer");
    expect((await environment.settle(Promise.all([first, second]))).status).toBe("fulfilled");
  });

  it("a late old token never replaces a newer one", async () => {
    const { get, environment, sent, answers } = createProvider();
    const call = get(ids);
    await environment.pass(30_250);
    answers[1]?.("newer");
    await environment.settle(call);
    answers[0]?.("older");
    await turn();
    await environment.settle(get(ids));
    expect(sent.map(bearer)).toEqual(["Bearer newer", "Bearer newer"]);
  });

  it("an old token that is late is not used while a newer one is asked for", async () => {
    const { get, environment, sent, answers } = createProvider();
    const call = get(ids);
    await environment.pass(30_250);
    answers[0]?.("older");
    await turn();
    expect(sent).toEqual([]);
    answers[1]?.("newer");
    await environment.settle(call);
    expect(sent.map(bearer)).toEqual(["Bearer newer"]);
    expect(answers.length).toBe(2);
  });
});

describe("a renewal that fails", () => {
  /** Gives a token that lives for 10 minutes, and from then on what the test says. */
  function createRenewal(renew: () => Promise<AccessToken>) {
    let asked = 0;
    const client = createFakeClient(() => reply(), {
      retry: false,
      credential: () => {
        asked += 1;
        const expiresOnTimestamp = client.environment.date() + 600_000;
        return asked === 1 ? { token: "kept", expiresOnTimestamp } : renew();
      },
    });
    return { ...client, asked: () => asked };
  }

  it.each([
    ["with an error", () => Promise.reject(new Error("down"))],
    ["by never answering", () => new Promise<never>(() => {})],
    ["with nothing usable", () => Promise.resolve({ token: "", expiresOnTimestamp: 0 })],
  ])("%s leaves a token that is still valid in use", async (_, renew) => {
    const { get, environment, sent, asked } = createRenewal(renew);
    await environment.settle(get(ids));
    await environment.pass(480_000);
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(sent.map(bearer)).toEqual(["Bearer kept", "Bearer kept"]);
    expect(asked()).toBe(2);
    await environment.pass(120_000);
    expect((await environment.settle(get(ids))).status).toBe("rejected");
  });

  it("leaves no token in use that the service refused", async () => {
    let refuse = false;
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(refuse ? 401 : 200), {
      credential: async () => {
        if (++asked > 1) throw new Error("down");
        return { token: "kept", expiresOnTimestamp: environment.date() + 600_000 };
      },
    });
    await environment.settle(get(ids));
    await environment.pass(480_000);
    refuse = true;
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "credential" });
  });
});

describe("a network error of the provider", () => {
  const failed = new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });

  it("is tried again once", async () => {
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => (++asked === 1 ? Promise.reject(failed) : "token"),
    });
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(asked).toBe(2);
  });

  it("is told when it comes again", async () => {
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => {
        asked += 1;
        throw failed;
      },
    });
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "credential" });
    expect(asked).toBe(2);
  });

  it("is not tried again when the request was given up meanwhile", async () => {
    let asked = 0;
    let fail: ((error: Error) => void) | undefined;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => {
        asked += 1;
        return asked > 1
          ? "token"
          : new Promise<string>((_, reject) => {
              fail = reject;
            });
      },
    });
    await environment.settle(get(ids));
    fail?.(failed);
    await turn();
    expect(asked).toBe(2);
  });

  it("is not any error", async () => {
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => {
        asked += 1;
        throw new Error("invalid_client");
      },
    });
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "credential" });
    expect(asked).toBe(1);
  });
});

it.each([
  ["seconds", 1_700_003_600, "1700003600"],
  ["NaN", Number.NaN, "NaN"],
  ["nothing", undefined, "undefined"],
  ["a string", "1700003600000", "a string"],
])("an end in %s is an error that says milliseconds", async (_, expiresOnTimestamp, given) => {
  const { get, environment, sent } = createFakeClient(() => reply(), {
    // Plain JavaScript may give anything.
    credential: () => ({ token: "a-token", expiresOnTimestamp }) as AccessToken,
  });
  expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({
    kind: "credential",
    message: expect.stringContaining(
      `no token: expiresOnTimestamp must be in milliseconds since 1970, such as Date.now() + 3_600_000, not ${given}`,
    ),
  });
  expect(sent).toEqual([]);
});
