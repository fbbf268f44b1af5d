import { holds, rejection, same } from "./check.ts";
import { open, quickly, type Situation, secret } from "./situation.ts";

/** Calls that end before a pause of 57 s does. */
const timeout = { total: 5_000 };

/** Who waits after a 429, until when, and who does not. */
export const pauses: readonly Situation[] = [
  {
    name: "a call for a customer who has to wait is not sent, others are",
    async run(stage) {
      const { fail, seen } = open(stage, "429-57", { timeout });
      await fail({ status: 429, attempts: 1 }, { customerId: "Customer-A" });
      const unsent = await fail(
        { kind: "api", status: 429, attempts: 0 },
        { customerId: "customer-a" },
      );
      const wait = Number(unsent.retryAfterMs);
      holds(wait > 50_000 && wait <= 57_000, `${wait} ms are left`);
      await fail({ status: 429, attempts: 1 }, { customerId: "customer-b" });
      same((await seen()).length, 2, "requests");
    },
  },
  {
    name: "two 429s for a customer: the later end of the pause counts",
    async run(stage) {
      const { fail, seen } = open(stage, "429-57-then-5", { timeout });
      await Promise.all([
        fail({ status: 429, attempts: 1 }, { orderId: "one" }),
        fail({ status: 429, attempts: 1 }, { orderId: "two" }),
      ]);
      const { retryAfterMs } = await fail({ status: 429, attempts: 0 });
      holds(Number(retryAfterMs) > 50_000, `${retryAfterMs} ms are left of 57 s`);
      same((await seen()).length, 2, "requests");
    },
  },
  {
    name: "once a second customer is refused during a pause, all wait",
    async run(stage) {
      const { fail, seen } = open(stage, "429-57", { timeout });
      await fail({ status: 429, attempts: 1 }, { customerId: "customer-a" });
      await fail({ status: 429, attempts: 1 }, { customerId: "customer-b" });
      await fail({ status: 429, attempts: 0 }, { customerId: "customer-c" });
      same((await seen()).length, 2, "requests");
    },
  },
  {
    name: "a pause that has ended is forgotten when another customer is refused",
    async run(stage) {
      const { fail, get } = open(stage, "429-soon-over-then-57-then-ok", {
        retry: false,
        timeout,
      });
      await fail({ status: 429, retryAfterMs: 1 }, { customerId: "customer-a" });
      await new Promise((resolve) => setTimeout(resolve, 20));
      await fail({ status: 429, retryAfterMs: 57_000 }, { customerId: "customer-b" });
      same((await get({ customerId: "customer-c" })).status, 200, "status");
    },
  },
  {
    name: "calls that waited for a pause start spread out",
    async run(stage) {
      const waits: number[] = [];
      const { fail, get } = open(stage, "429-57", {
        onEvent: (event) => event.type === "retry" && waits.push(event.delayMs),
      });
      await fail({ status: 429, attempts: 1 }, {}, { timeout });
      const controller = new AbortController();
      const real = Math.random;
      let calls: Promise<unknown>[];
      try {
        let count = 0;
        Math.random = () => count++ / 4;
        calls = [1, 2, 3, 4].map(() => rejection(get({}, { signal: controller.signal })));
      } finally {
        Math.random = real;
      }
      controller.abort("enough");
      same(await Promise.all(calls), ["enough", "enough", "enough", "enough"], "reasons");
      same(waits.length, 4, "waits");
      const gaps = waits.slice(1).map((wait, index) => wait - (waits[index] ?? 0));
      holds(Math.min(...gaps) > 1_000, `the starts are ${gaps} ms apart`);
    },
  },
  {
    name: "a customer in a query or a base path does not count",
    async run(stage) {
      const { baseUrl, seen } = open(stage, "429-57");
      const gateway = `${baseUrl}/customers/gateway`;
      const fetch = stage.client.createFetch({
        credential: secret,
        baseUrl: gateway,
        retry: quickly,
        timeout,
      });
      await fetch(`${gateway}/v1/orders?filter=/customers/abc`);
      await fetch(`${gateway}/v1/customers/abc`);
      same((await seen()).length, 2, "requests");
    },
  },
];
