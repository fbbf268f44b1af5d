import { describe, expect, it } from "vitest";
import type { AccessToken } from "../../src/index.ts";
import { bearer, createFakeClient, ids, reasonOf, reply } from "../fake-client.ts";
import { turn } from "../fake-environment.ts";

describe("one request for a token at a time", () => {
  /** A provider that gives a token when the test says so: `give[0]` settles its first call. */
  function createProvider(options: Parameters<typeof createFakeClient>[1] = {}) {
    const give: ((token: string) => void)[] = [];
    let now: () => number = () => 0;
    const credential = () =>
      new Promise<{ token: string; expiresOnTimestamp: number }>((resolve) => {
        give.push((token) => resolve({ token, expiresOnTimestamp: now() + 3_600_000 }));
      });
    const client = createFakeClient(() => reply(), { credential, ...options });
    now = client.environment.date;
    return { ...client, give };
  }

  it("whatever callers do: 20 that abort one after the other leave one in flight", async () => {
    const { get, environment, give } = createProvider();
    for (let caller = 0; caller < 20; caller += 1) {
      const controller = new AbortController();
      const call = get(ids, { signal: controller.signal });
      await turn();
      controller.abort("mine");
      expect(await environment.settle(call)).toMatchObject({ reason: "mine" });
    }
    expect(give.length).toBe(1);
    const call = get(ids);
    await turn();
    give[0]?.("token");
    expect((await environment.settle(call)).status).toBe("fulfilled");
    expect(give.length).toBe(1);
  });

  it("also when the limits of calls are short", async () => {
    const { get, environment, give } = createProvider();
    for (const [timeout, scope] of [
      [{ total: 10 }, "total"],
      [{ attempt: 10, total: 15 }, "attempt"],
      [{ attempt: 10 }, "attempt"],
    ] as const) {
      const failure = await environment.settle(get(ids, { timeout }));
      expect(reasonOf(failure)).toMatchObject({ kind: "timeout", scope, timeoutMs: 10 });
    }
    expect(give.length).toBe(1);
  });

  it("a call that joins late waits as long as the request may take, not longer", async () => {
    const { get, environment, give } = createProvider();
    const first = get(ids);
    await environment.pass(20_000);
    const second = get(ids);
    await environment.pass(10_250);
    expect(give.length).toBe(2);
    give[1]?.("token");
    await environment.settle(Promise.all([first, second]));
    expect(environment.now()).toBe(31_250);
  });

  it("a call that gives the old request up leaves a newer one alone", async () => {
    const { get, environment, give } = createProvider({ retry: false });
    const first = get(ids).catch(() => get(ids));
    const second = get(ids).catch(() => get(ids));
    await environment.pass(30_000);
    expect(give.length).toBe(2);
    give[1]?.("newer");
    expect((await environment.settle(Promise.all([first, second]))).status).toBe("fulfilled");
  });

  it("a late old token never replaces a newer one", async () => {
    const { get, environment, sent, give } = createProvider();
    const call = get(ids);
    await environment.pass(30_250);
    give[1]?.("newer");
    await environment.settle(call);
    give[0]?.("older");
    await turn();
    await environment.settle(get(ids));
    expect(sent.map(bearer)).toEqual(["Bearer newer", "Bearer newer"]);
  });

  it("an old token that is late is not used while a newer one is asked for", async () => {
    const { get, environment, sent, give } = createProvider();
    const call = get(ids);
    await environment.pass(30_250);
    give[0]?.("older");
    await turn();
    expect(sent).toEqual([]);
    give[1]?.("newer");
    await environment.settle(call);
    expect(sent.map(bearer)).toEqual(["Bearer newer"]);
    expect(give.length).toBe(2);
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
    ["by never settling", () => new Promise<never>(() => {})],
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
