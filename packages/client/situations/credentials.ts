import type { AccessToken, Credential } from "../src/index.ts";
import { holds, rejection, renderings, same } from "./check.ts";
import { customerId, orderId } from "./orders.ts";
import { open, type Situation, secret } from "./situation.ts";

/** A credential that gives `token-1`, `token-2` and so on, and counts. */
function counting(last = Number.POSITIVE_INFINITY, livesMs = 3_600_000) {
  const counter = {
    asked: 0,
    credential: (): AccessToken => ({ token: "", expiresOnTimestamp: 0 }),
  };
  counter.credential = () => {
    counter.asked += 1;
    const token = `token-${Math.min(counter.asked, last)}`;
    return { token, expiresOnTimestamp: Date.now() + livesMs };
  };
  return counter;
}

/** A credential that gives nothing usable: nothing is sent, and the error says why. */
const unusable = (
  name: string,
  credential: Credential,
  words = "the credential must give a string",
): Situation => ({
  name,
  async run(stage) {
    const { fail, seen } = open(stage, "ok", { credential });
    const { message } = await fail({ kind: "credential", attempts: 0 });
    holds(String(message).includes(words), `${message} has the words ${words}`);
    same(await seen(), [], "requests");
  },
});

/** An end that is no time in milliseconds. */
const wrongEnd = (name: string, expiresOnTimestamp: number): Situation =>
  unusable(name, () => ({ token: "a-token", expiresOnTimestamp }), "must be in milliseconds");

/** A credential that answers when the situation says so. */
function createProvider() {
  const answers: ((token: string) => void)[] = [];
  const credential = () =>
    new Promise<AccessToken>((resolve) => {
      const expiresOnTimestamp = Date.now() + 3_600_000;
      answers.push((token) => resolve({ token, expiresOnTimestamp }));
    });
  return { answers, credential };
}

const bearer = ({ headers }: { headers: Readonly<Record<string, string>> }) =>
  headers.authorization?.replace("Bearer ", "");

/** Where tokens come from, and what happens when they are refused. */
export const credentials: readonly Situation[] = [
  {
    name: "401 once: the call is sent again with another token and another id",
    async run(stage) {
      const counter = counting();
      const { get, seen } = open(stage, "401-once", { credential: counter.credential });
      const result = await get();
      const sent = await seen();
      same(sent.map(bearer), ["token-1", "token-2"], "tokens");
      holds(sent[0]?.headers["ms-requestid"] !== result.sentRequestId, "the id is another");
      same(counter.asked, 2, "times asked");
    },
  },
  {
    name: "401 again: the call is sent again once",
    async run(stage) {
      const counter = counting();
      const { fail } = open(stage, "401-always", { credential: counter.credential });
      await fail({ kind: "api", status: 401, attempts: 2 });
    },
  },
  {
    name: "401 without another token: the call is not sent again",
    async run(stage) {
      const { credential } = counting(1);
      const { fail } = open(stage, "401-always", { credential });
      await fail({ kind: "api", status: 401, attempts: 1 });
    },
  },
  {
    name: "many calls at once ask for one token",
    async run(stage) {
      const counter = counting();
      const { get } = open(stage, "ok", { credential: async () => counter.credential() });
      await Promise.all(Array.from({ length: 20 }, () => get()));
      await get();
      same(counter.asked, 1, "times asked");
    },
  },
  {
    name: "a token that ends within 2 minutes is asked for anew",
    async run(stage) {
      const counter = counting(undefined, 119_000);
      const { get } = open(stage, "ok", { credential: counter.credential });
      await get();
      await get();
      same(counter.asked, 2, "times asked");
    },
  },
  {
    name: "a clock that goes back leaves a token usable",
    async run(stage) {
      const counter = counting();
      const { get } = open(stage, "ok", { credential: counter.credential });
      await get();
      const real = Date.now;
      try {
        Date.now = () => real() - 1e9;
        await get();
      } finally {
        Date.now = real;
      }
      same(counter.asked, 1, "times asked");
    },
  },
  {
    name: "a credential of Azure's kind is asked for the scope",
    async run(stage) {
      const asked: unknown[] = [];
      const credential = {
        async getToken(scopes: string | string[]) {
          asked.push(scopes);
          return { token: "azure-token", expiresOnTimestamp: Date.now() + 3_600_000 };
        },
      };
      const { get, seen } = open(stage, "ok", { credential });
      await get();
      same(asked, ["https://api.partnercenter.microsoft.com/.default"], "scopes");
      same((await seen()).map(bearer), ["azure-token"], "tokens");
    },
  },
  unusable("a credential that gives an empty text", () => ""),
  unusable("a credential that gives a line break", () => "token\r\nx: y"),
  unusable("a credential that gives a number", (() => 5) as unknown as () => string),
  unusable("a credential that gives nothing", { getToken: async () => null }),
  wrongEnd("a token whose end is in seconds", Math.floor(Date.now() / 1000) + 3_600),
  wrongEnd("a token whose end is NaN", Number.NaN),
  {
    name: "a credential that fails tells its error's name and code alone",
    async run(stage) {
      const hidden = ["abC8Q~012345", "hunter2", "Server=db;Password=p4ss"];
      const words = `AADSTS7000215: client_secret=${hidden.join("&password=")}`;
      const credential = async () => {
        const cause = new Error(words);
        throw Object.assign(new TypeError(words, { cause }), { code: words, request: words });
      };
      const { fail, seen } = open(stage, "ok", { credential });
      const error = await fail({ kind: "credential" });
      holds(
        String(error.message).endsWith(": no token: the credential threw TypeError AADSTS7000215"),
        "name and code",
      );
      const told = renderings(error);
      holds(!hidden.some((secret) => told.includes(secret)), "the error tells no secret");
      same(await seen(), [], "requests");
    },
  },
  {
    name: "a credential that never answers is limited by the deadline, and asked again",
    async run(stage) {
      let asked = 0;
      const credential = () => {
        asked += 1;
        return asked === 1 ? new Promise<string>(() => {}) : "token-2";
      };
      const { fail, get } = open(stage, "ok", { credential, timeout: { attempt: 100 } });
      await fail({ kind: "timeout", scope: "total", attempts: 0 }, {}, { timeout: { total: 30 } });
      same((await get()).status, 200, "status");
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
      const { answers, credential } = createProvider();
      const { get } = open(stage, "ok", { credential });
      for (let caller = 0; caller < 20; caller += 1) {
        const controller = new AbortController();
        const call = rejection(get({}, { signal: controller.signal }));
        await Promise.resolve();
        controller.abort("mine");
        same(await call, "mine", "reason");
      }
      same(answers.length, 1, "requests for a token");
      const call = get();
      answers[0]?.("the-token");
      same((await call).status, 200, "status");
      same(answers.length, 1, "requests for a token");
    },
  },
  {
    name: "a late old token never replaces a newer one",
    async run(stage) {
      const { answers, credential } = createProvider();
      const timeout = { attempt: 30 };
      const { get, fail, seen } = open(stage, "ok", { credential, timeout, retry: false });
      await fail({ kind: "timeout", scope: "attempt" }, {}, { timeout: { attempt: 60_000 } });
      const call = get({}, { timeout: { attempt: 60_000 } });
      answers[1]?.("newer");
      await call;
      answers[0]?.("older");
      await Promise.resolve();
      await get({}, { timeout: { attempt: 60_000 } });
      same((await seen()).map(bearer), ["newer", "newer"], "tokens");
    },
  },
  {
    name: "a token that is still valid serves when its renewal fails",
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
  {
    name: "http is refused, but for loopback",
    async run({ client: { createClient } }) {
      for (const baseUrl of [
        "http://example.com",
        "ftp://example.com",
        "https://u:p@example.com",
      ]) {
        const client = () => createClient({ credential: secret, baseUrl });
        const error = await rejection(Promise.resolve().then(client));
        same(Object(error).argument, "baseUrl", `argument for ${baseUrl}`);
        holds(!renderings(error).includes(secret), "the error tells no secret");
      }
      const client = createClient({ credential: secret, baseUrl: "http://[::1]:1", retry: false });
      const error = await rejection(client.getOrder({ customerId, orderId }));
      same(Object(error).kind, "connection", "kind");
    },
  },
];
