import type { AccessToken } from "../src/index.ts";
import { rejection, same } from "./check.ts";
import { bearer } from "./credentials.ts";
import { open, type Situation } from "./situation.ts";

/** A credential that gives a token when the situation says so: `give[0]` settles its first call. */
function createProvider() {
  const give: ((token: string) => void)[] = [];
  const credential = () =>
    new Promise<AccessToken>((resolve) => {
      const expiresOnTimestamp = Date.now() + 3_600_000;
      give.push((token) => resolve({ token, expiresOnTimestamp }));
    });
  return { give, credential };
}

/** How long a request for a token may take, who shares it, and what happens when it fails. */
export const tokenRequests: readonly Situation[] = [
  {
    name: "a credential that never settles is limited by the deadline, and asked again",
    async run(stage) {
      let asked = 0;
      const credential = () => {
        asked += 1;
        return asked === 1 ? new Promise<string>(() => {}) : "token-2";
      };
      const { fail, get } = open(stage, "ok", { credential, timeout: { attempt: 100 } });
      await fail({ kind: "timeout", scope: "total", attempts: 0 }, {}, { timeout: { total: 30 } });
      same((await get({}, { timeout: { attempt: 60_000 } })).status, 200, "status");
      same(asked, 2, "times asked");
    },
  },
  {
    name: "the limit of an attempt limits a credential",
    async run(stage) {
      const credential = () => new Promise<string>(() => {});
      const timeout = { attempt: 30 };
      const { fail } = open(stage, "ok", { credential, timeout, retry: false });
      await fail({ kind: "timeout", scope: "attempt", timeoutMs: 30, attempts: 0 });
    },
  },
  {
    name: "twenty callers who give up leave one request for a token",
    async run(stage) {
      const { give, credential } = createProvider();
      const { get } = open(stage, "ok", { credential });
      for (let caller = 0; caller < 20; caller += 1) {
        const controller = new AbortController();
        const call = rejection(get({}, { signal: controller.signal }));
        await Promise.resolve();
        controller.abort("mine");
        same(await call, "mine", "reason");
      }
      same(give.length, 1, "requests for a token");
      const call = get();
      give[0]?.("the-token");
      same((await call).status, 200, "status");
      same(give.length, 1, "requests for a token");
    },
  },
  {
    name: "a late old token never replaces a newer one",
    async run(stage) {
      const { give, credential } = createProvider();
      const timeout = { attempt: 30 };
      const { get, fail, seen } = open(stage, "ok", { credential, timeout, retry: false });
      await fail({ kind: "timeout", scope: "attempt" }, {}, { timeout: { attempt: 60_000 } });
      const call = get({}, { timeout: { attempt: 60_000 } });
      give[1]?.("newer");
      await call;
      give[0]?.("older");
      await Promise.resolve();
      await get({}, { timeout: { attempt: 60_000 } });
      same((await seen()).map(bearer), ["newer", "newer"], "tokens");
    },
  },
  {
    name: "a token that is still valid is used when its renewal fails",
    async run(stage) {
      let asked = 0;
      const credential = async () => {
        if (++asked > 1) throw new Error("no renewal today");
        return { token: "kept", expiresOnTimestamp: Date.now() + 60_000 };
      };
      const { get, seen } = open(stage, "ok", { credential });
      await get();
      await get();
      same((await seen()).map(bearer), ["kept", "kept"], "tokens");
      same(asked, 2, "times asked");
    },
  },
  {
    name: "a network error of a credential is tried again once",
    async run(stage) {
      let asked = 0;
      const credential = async () => {
        asked += 1;
        // The first time nobody listens.
        const { closed, origin } = stage.addresses;
        await fetch(asked === 1 ? closed : `${origin}/seen/nobody`);
        return "a-token";
      };
      const { get } = open(stage, "ok", { credential });
      same((await get()).status, 200, "status");
      same(asked, 2, "times asked");

      const unreachable = async () => {
        asked += 1;
        await fetch(stage.addresses.closed);
        return "a-token";
      };
      await open(stage, "ok", { credential: unreachable }).fail({ kind: "credential" });
      same(asked, 4, "times asked");
    },
  },
  {
    name: "one caller who gives up takes no token from the others",
    async run(stage) {
      let give: ((token: string) => void) | undefined;
      const credential = () =>
        new Promise<string>((resolve) => {
          give = resolve;
        });
      const { get } = open(stage, "ok", { credential });
      const controller = new AbortController();
      const impatient = rejection(get({}, { signal: controller.signal }));
      const patient = get();
      controller.abort("mine");
      same(await impatient, "mine", "reason");
      give?.("late-token");
      same((await patient).status, 200, "status");
    },
  },
];
