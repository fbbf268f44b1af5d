import { holds, rejection, same, sameProperties } from "./check.ts";
import { orders } from "./orders.ts";
import { failing, open, quickly, type Situation } from "./situation.ts";

/** A limit of an attempt, and retries enough for a machine on which some responses are as late. */
const impatient = { timeout: { attempt: 300 }, retry: { ...quickly, maxRetries: 50 } };

/** A failure that passes: the order arrives after some requests, or after more of them with options. */
const recovers = (
  name: string,
  behaviour: string,
  requests: number,
  keepsId: boolean,
  options?: typeof impatient,
): Situation => ({
  name,
  async run(stage) {
    const { get, seen } = open(stage, behaviour, options);
    const result = await get();
    same(result.data, orders.completed, "order");
    const sent = await seen();
    if (options) holds(sent.length >= requests, `there are ${sent.length} requests`);
    else same(sent.length, requests, "requests");
    const ids = new Set(sent.map(({ headers }) => headers["ms-requestid"]));
    same(ids.size, keepsId ? 1 : requests, "different request ids");
    same(new Set(sent.map(({ headers }) => headers["ms-correlationid"])).size, 1, "call ids");
    same(result.sentRequestId, sent.at(-1)?.headers["ms-requestid"], "request id");
  },
});

/** What passes, what does not, and how often it is tried. */
export const retries: readonly Situation[] = [
  recovers("503 twice, then an order", "503-twice", 3, false),
  recovers("408, then an order", "408-then-ok", 2, false),
  recovers("502 with HTML, then an order", "502-then-ok", 2, false),
  recovers("504, then an order", "504-then-ok", 2, false),
  recovers("429 without Retry-After", "429-none-then-ok", 2, false),
  recovers("429 with Retry-After: 0", "429-0-then-ok", 2, false),
  recovers("429 with a date in the past", "429-past-date-then-ok", 2, false),
  recovers("429 with a negative Retry-After", "429-negative-then-ok", 2, false),
  recovers("a reset connection, then an order", "reset-then-ok", 2, true),
  recovers("a body that breaks off, then an order", "truncated-then-ok", 2, true),
  recovers("no response in time, then an order", "silent-then-ok", 2, true, impatient),
  recovers("a body that stalls, then an order", "stalled-then-ok", 2, true, impatient),
  {
    name: "an id of the caller's is used until a response arrives",
    async run(stage) {
      const { get, seen } = open(stage, "503-twice");
      const result = await get({}, { requestId: "mine" });
      const ids = (await seen()).map(({ headers }) => headers["ms-requestid"]);
      same(ids[0], "mine", "first id");
      same(new Set(ids).size, 3, "different ids");
      same(result.sentRequestId, ids[2], "last id");
    },
  },
  failing(
    "503 again and again",
    "503-always",
    { kind: "api", status: 503, attempts: 3 },
    {
      retry: quickly,
    },
  ),
  failing("retries are turned off", "503-twice", { kind: "api", status: 503, attempts: 1 }),
  failing(
    "a fault that says it will not pass",
    "503-not-retryable",
    { status: 503, attempts: 1 },
    {
      retry: quickly,
    },
  ),
  failing(
    "a plain 404 is not tried again",
    "404-fault",
    { status: 404, attempts: 1 },
    {
      retry: quickly,
    },
  ),
  failing(
    "429 with a Retry-After beyond the deadline",
    "429-57",
    {
      kind: "api",
      status: 429,
      attempts: 1,
      retryAfterMs: 57_000,
      description: "Rate limit is exceeded. Try again in 57 seconds.",
    },
    { timeout: { total: 5_000 } },
  ),
  {
    name: "429 with a Retry-After as a date",
    async run(stage) {
      const { fail } = open(stage, "429-date", { timeout: { total: 5_000 } });
      const { retryAfterMs } = await fail({ kind: "api", status: 429, attempts: 1 });
      const wait = Number(retryAfterMs);
      holds(wait > 50_000 && wait < 60_000, `${wait} ms are about 57 s`);
    },
  },
  failing(
    "429 with an absurd Retry-After",
    "429-absurd",
    { status: 429, attempts: 3, retryAfterMs: undefined },
    { retry: quickly },
  ),
  recovers("429 with a Retry-After as an ISO date", "429-iso-date-then-ok", 2, false),
  recovers("429 with a Retry-After of Infinity", "429-infinity-then-ok", 2, false),
  recovers("429 with a Retry-After beyond a day", "429-beyond-a-day-then-ok", 2, false),
  failing(
    "429 with retry-after-ms",
    "429-ms",
    { retryAfterMs: 30_500, attempts: 1 },
    { timeout: { total: 5_000 } },
  ),
  failing(
    "429 with x-ms-retry-after-ms",
    "429-x-ms",
    { retryAfterMs: 30_500, attempts: 1 },
    { timeout: { total: 5_000 } },
  ),
  {
    name: "a burst of 30 calls that each meet one 503 loses none",
    async run(stage) {
      const { get, seen } = open(stage, "503-once-an-order");
      const calls = Array.from({ length: 30 }, (_, n) => get({ orderId: `order-${n}` }));
      same((await Promise.all(calls)).length, 30, "orders");
      same((await seen()).length, 60, "requests");
    },
  },
  {
    name: "a service that is down gets 100 retries at once, and no more",
    async run(stage) {
      const { get, seen } = open(stage, "503-always");
      await Promise.allSettled(Array.from({ length: 80 }, () => get()));
      const retries = (await seen()).length - 80;
      // One more for each second that it takes.
      holds(retries >= 100 && retries < 160, `there are ${retries} retries`);
    },
  },
  {
    name: "more retries than the budget holds are refused",
    async run({ client: { createClient } }) {
      const create = () => createClient({ credential: "a-token", retry: { maxRetries: 101 } });
      const error = await rejection(Promise.resolve().then(create));
      sameProperties(error, { kind: "argument", argument: "retry.maxRetries" });
    },
  },
  failing(
    "429 with Retry-After twice",
    "429-doubled",
    { retryAfterMs: 57_000, attempts: 1 },
    {
      timeout: { total: 5_000 },
    },
  ),
  {
    name: "a clock that is wrong does not change a Retry-After date",
    async run(stage) {
      const real = Date.now;
      try {
        Date.now = () => real() - 1e9;
        const { fail } = open(stage, "429-date", { timeout: { total: 5_000 } });
        const { retryAfterMs } = await fail({ status: 429, attempts: 1 });
        holds(Number(retryAfterMs) < 60_000, `${retryAfterMs} ms are about 57 s`);
      } finally {
        Date.now = real;
      }
    },
  },
  failing("a reset connection", "reset", { kind: "connection", reason: "network", attempts: 1 }),
  failing("a body that breaks off", "truncated", { kind: "connection", attempts: 1 }),
  failing("an error body that breaks off", "reset-while-closing", { kind: "connection" }),
  {
    name: "a connection that is refused",
    async run(stage) {
      const { fail } = open(stage, "ok", { baseUrl: stage.addresses.closed });
      await fail({ kind: "connection", attempts: 3 });
    },
  },
  {
    name: "a name that does not exist",
    async run(stage) {
      const { fail } = open(stage, "ok", { baseUrl: "https://nobody.invalid", retry: false });
      await fail({ kind: "connection", attempts: 1 });
    },
  },
  {
    name: "TLS that fails",
    async run(stage) {
      const baseUrl = stage.addresses.origin.replace("http:", "https:");
      const { fail } = open(stage, "ok", { baseUrl, retry: false });
      await fail({ kind: "connection", attempts: 1 });
    },
  },
  {
    name: "events tell what happened, and cannot break a call",
    async run(stage) {
      const types: string[] = [];
      const { get } = open(stage, "503-twice", {
        onEvent: (event) => {
          types.push(event.type);
          throw new Error("the observer fails");
        },
      });
      await get();
      same(
        types.join(" "),
        "request response retry request response retry request response",
        "events",
      );
    },
  },
  {
    name: "an async observer that fails breaks nothing",
    async run(stage) {
      const { get } = open(stage, "ok", {
        // An observer may be async: what it gives back is not used.
        onEvent: (async () => Promise.reject(new Error("later"))) as () => void,
      });
      same((await get()).status, 200, "status");
    },
  },
];
