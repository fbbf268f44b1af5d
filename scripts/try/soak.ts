/**
 * 200,000 calls, 64 at a time, against a service in another process that fails one request in five.
 * Every call has to settle, the counts of both sides have to agree, the heap must not grow by 5 MB, and
 * nothing may keep the process alive.
 *
 * Usage: npm run check -- soak [--calls 200000] [--seed 1]
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { styleText } from "node:util";
import type { Client } from "@partner-center/client";
import { main, readCount } from "@partner-center/lib/main";
import { endWithUs, make } from "@partner-center/lib/run";
import type { Counts } from "./soak/server.ts";

const inFlight = 64;
const warmUp = 10_000;
const largestGrowth = 5e6;
const limitMs = 900_000;
const customers = 1_000;

function count(counts: Counts, name: string | number): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

const sum = (counts: Counts) => Object.values(counts).reduce((total, value) => total + value, 0);

async function makeCalls(client: Client, calls: number, settle: (error?: unknown) => void) {
  // One signal for all calls: it would keep a listener that is not removed.
  const { signal } = new AbortController();
  let begun = 0;
  const work = async () => {
    while (begun < calls) {
      begun += 1;
      const customerId = `customer-${begun % customers}`;
      const call = client.getOrder({ customerId, orderId: "9e41c07b52da" }, { signal });
      await call.then(() => settle(), settle);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
}

/** Bytes in use after collection. The platform's pool of connections keeps responses for seconds. */
async function measureHeap(): Promise<number> {
  if (!globalThis.gc) throw new Error("Run it with node --expose-gc");
  const measured: number[] = [];
  for (let round = 0; round < 16; round += 1) {
    await wait(500);
    globalThis.gc();
    measured.push(process.memoryUsage().heapUsed);
  }
  return Math.min(...measured);
}

/** Ends the process if it is still alive after a time, without keeping it alive. */
function failAfter(milliseconds: number, describe: () => string): NodeJS.Timeout {
  return setTimeout(() => {
    console.error(`soak: ${describe()}`);
    process.exit(1);
  }, milliseconds).unref();
}

const options = {
  calls: { type: "string", default: "200000" },
  seed: { type: "string", default: "1" },
} as const; // As parseArgs wants.

await main(import.meta, { options }, async ({ values }) => {
  const calls = readCount(values.calls, "--calls");
  const seed = readCount(values.seed, "--seed");
  await make("build", "types", "client");
  const { createClient, isPartnerCenterError } = await import("@partner-center/client");
  const service = join(import.meta.dirname, "soak/server.ts");
  const server = fork(service, [`${seed}`], { execArgv: [] });
  endWithUs(server);
  const [baseUrl] = await once(server, "message");

  const [seen, outcomes]: [Counts, Counts] = [{}, {}];
  const settle = (error?: unknown) => {
    const kind = isPartnerCenterError(error) ? error.kind : `other: ${error}`;
    count(outcomes, error === undefined ? "order" : kind);
  };
  let tokens = 0;
  const client = createClient({
    baseUrl,
    credential: () => {
      tokens += 1;
      return { token: `token-${tokens}`, expiresOnTimestamp: Date.now() + 3_600_000 };
    },
    retry: { minDelay: 0, maxDelay: 4 },
    // Longer than anything but silence takes, even on a busy machine.
    timeout: { attempt: 10_000, total: 60_000 },
    onEvent(event) {
      if (event.type === "request") count(seen, "requests");
      if (event.type === "response") count(seen, event.status);
    },
  });

  const watchdog = failAfter(limitMs, () => `not over in time: ${JSON.stringify(outcomes)}`);
  await makeCalls(client, warmUp, settle);
  const before = await measureHeap();
  const begin = performance.now();
  await makeCalls(client, calls, settle);
  const seconds = (performance.now() - begin) / 1000;
  const growth = (await measureHeap()) - before;
  clearTimeout(watchdog);
  server.send("counts");
  const [received]: Counts[] = await once(server, "message");

  const { requests = 0, failures = 0, broken = 0, ...sentStatuses } = received ?? {};
  const { requests: requestsSent = 0, ...seenStatuses } = seen;
  const settled = sum(outcomes);
  const unseen = requestsSent - sum(seenStatuses);
  const timers = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const [statuses, sent] = [JSON.stringify(seenStatuses), JSON.stringify(sentStatuses)];
  const failed = failures / requests;
  const checks: [fact: string, holds: boolean][] = [
    [`${settled} of ${warmUp + calls} calls settled`, settled === warmUp + calls],
    [`outcomes: ${JSON.stringify(outcomes)}`, !JSON.stringify(outcomes).includes("other")],
    [`requests: ${requestsSent} sent, ${requests} received`, requestsSent === requests],
    [`responses by status: ${statuses} seen, ${sent} sent`, statuses === sent],
    [`without a complete response: ${unseen} seen, ${broken} sent`, unseen === broken],
    [`failures: ${(failed * 100).toFixed(1)} % of requests`, failed > 0.19],
    [`heap after collection: ${(growth / 1e6).toFixed(2)} MB more`, growth < largestGrowth],
    [`timers left: ${timers}`, timers === 0],
  ];
  for (const [fact, holds] of checks) {
    console.log(`${styleText(holds ? "green" : "red", holds ? "✓" : "✗")} ${fact}`);
    if (!holds) process.exitCode = 1;
  }
  console.log(`soak: ${calls} calls in ${seconds.toFixed(0)} s, ${inFlight} at a time`);

  server.disconnect();
  await once(server, "exit");
  failAfter(10_000, () => `still open: ${process.getActiveResourcesInfo().join(", ")}`);
});
