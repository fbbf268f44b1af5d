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
  problem = "the credential must give a string",
): Situation => ({
  name,
  async run(stage) {
    const { fail, seen } = open(stage, "ok", { credential });
    const { message } = await fail({ kind: "credential", attempts: 0 });
    holds(String(message).includes(problem), `${message} says: ${problem}`);
    same(await seen(), [], "requests");
  },
});

/** An end that is not a time in milliseconds. */
const wrongEnd = (name: string, expiresOnTimestamp: number): Situation =>
  unusable(name, () => ({ token: "a-token", expiresOnTimestamp }), "must be in milliseconds");

/** The token of a request. */
export const bearer = ({ headers }: { headers: Readonly<Record<string, string>> }) =>
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
    name: "a token that ends within 2 minutes is renewed",
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
    name: "a credential like those of Azure is asked for the scope",
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
  unusable("a credential that gives an empty string", () => ""),
  unusable("a credential that gives a line break", () => "token\r\nx: y"),
  unusable("a credential that gives a number", (() => 5) as unknown as () => string),
  unusable("a credential that gives nothing", { getToken: async () => null }),
  wrongEnd("a token whose end is in seconds", Math.floor(Date.now() / 1000) + 3_600),
  wrongEnd("a token whose end is NaN", Number.NaN),
  {
    name: "a credential that fails: only its error's name and code are told",
    async run(stage) {
      const hidden = ["abC8Q~012345", "hunter2", "Server=db;Password=p4ss"];
      const message = `AADSTS7000215: client_secret=${hidden.join("&password=")}`;
      const credential = async () => {
        const cause = new Error(message);
        throw Object.assign(new TypeError(message, { cause }), { code: message, request: message });
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
    name: "http is refused, except for loopback",
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
