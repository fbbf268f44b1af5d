/**
 * 200,000 calls, 64 at a time, against a service in a process of its own that fails one request in
 * five. Every call has to settle, the counts of both sides have to agree, the heap must not grow by 5
 * MB, and nothing may keep the process alive.
 *
 * Usage: npm run check -- soak [--calls 200000] [--seed 1]
 */

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { readArguments, readCount } from "@partner-center/lib/main";
import { endWithUs, exitOnSignals, make } from "@partner-center/lib/run";
import type { Counts } from "./soak/server.ts";

const inFlight = 64;
const warmUp = 10_000;
const largestGrowth = 5e6;
const limitMs = 900_000;
const customers = 1_000;

const { values } = readArguments({
  options: {
    calls: { type: "string", default: "200000" },
    seed: { type: "string", default: "1" },
  },
});
const calls = readCount(values.calls, "--calls");
const seed = readCount(values.seed, "--seed");
// The client's source imports the built types.
await make("build", "types");
const { createClient, isPartnerCenterError } = await import("../../packages/client/src/index.ts");

async function startServer(): Promise<{ server: ChildProcess; baseUrl: string }> {
  const server = fork(fileURLToPath(new URL("soak/server.ts", import.meta.url)), [`${seed}`], {
    execArgv: [],
  });
  endWithUs(server);
  const [port] = await once(server, "message");
  return { server, baseUrl: `http://127.0.0.1:${port}` };
}

async function countsOf(server: ChildProcess): Promise<Counts> {
  const answer = once(server, "message");
  server.send("counts");
  const [counts] = await answer;
  return counts;
}

/**
 * Bytes in use after everything that nobody holds is gone. The platform's pool of connections keeps
 * answers for some seconds, by timers of its own.
 */
async function heap(): Promise<number> {
  if (!globalThis.gc) throw new Error("Run it with node --expose-gc");
  const measured: number[] = [];
  for (let round = 0; round < 16; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    globalThis.gc();
    measured.push(process.memoryUsage().heapUsed);
  }
  return Math.min(...measured);
}

const { server, baseUrl } = await startServer();
const sent: Counts = {};
const outcomes: Counts = {};
const count = (counts: Counts, name: string | number) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

let tokens = 0;
const client = createClient({
  baseUrl,
  credential: () => {
    tokens += 1;
    return { token: `token-${tokens}`, expiresOnTimestamp: Date.now() + 3_600_000 };
  },
  retry: { minDelay: 0, maxDelay: 4 },
  // Only what is silent may take that long, also on a busy machine.
  timeout: { attempt: 10_000, total: 60_000 },
  onEvent(event) {
    if (event.type === "request") count(sent, "requests");
    if (event.type === "response") count(sent, event.status);
  },
});
// One signal for all calls: a listener that stays would be kept by it.
const { signal } = new AbortController();

async function makeCalls(number: number): Promise<void> {
  let begun = 0;
  const worker = async () => {
    while (begun < number) {
      begun += 1;
      const customerId = `customer-${begun % customers}`;
      try {
        await client.getOrder({ customerId, orderId: "9e41c07b52da" }, { signal });
        count(outcomes, "order");
      } catch (error) {
        count(outcomes, isPartnerCenterError(error) ? error.kind : `unknown: ${error}`);
      }
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

exitOnSignals();
const watchdog = setTimeout(() => {
  console.error(`soak: not over after ${limitMs / 1000} s: ${JSON.stringify(outcomes)}`);
  process.exit(1);
}, limitMs).unref();

await makeCalls(warmUp);
const before = await heap();
const begin = performance.now();
await makeCalls(calls);
const seconds = (performance.now() - begin) / 1000;
const growth = (await heap()) - before;
const received = await countsOf(server);

const { requests = 0, failures = 0, broken = 0, ...given } = received;
const { requests: requestsSent = 0, ...seen } = sent;
const sum = (counts: Counts) => Object.values(counts).reduce((total, value) => total + value, 0);
const settled = sum(outcomes);
const unanswered = requestsSent - sum(seen);
const timers = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
const [seenText, givenText] = [JSON.stringify(seen), JSON.stringify(given)];

const checks: [fact: string, holds: boolean][] = [
  [`${settled} of ${warmUp + calls} calls settled`, settled === warmUp + calls],
  [`outcomes: ${JSON.stringify(outcomes)}`, !JSON.stringify(outcomes).includes("unknown")],
  [`requests: ${requestsSent} sent, ${requests} received`, requestsSent === requests],
  [`answers by status, seen:  ${seenText}`, seenText === givenText],
  [`answers by status, given: ${givenText}`, seenText === givenText],
  [`without a whole answer: ${unanswered} seen, ${broken} given`, unanswered === broken],
  [
    `failures: ${((failures / requests) * 100).toFixed(1)} % of requests`,
    failures > requests * 0.19,
  ],
  [`heap after collection: ${(growth / 1e6).toFixed(2)} MB more`, growth < largestGrowth],
  [`timers left: ${timers}`, timers === 0],
];
for (const [fact, holds] of checks) {
  console.log(`${styleText(holds ? "green" : "red", holds ? "✓" : "✗")} ${fact}`);
  if (!holds) process.exitCode = 1;
}
console.log(`soak: ${calls} calls in ${seconds.toFixed(0)} s, ${inFlight} at a time`);

clearTimeout(watchdog);
server.disconnect();
await once(server, "exit");
// Does not keep the process alive itself: it fires only when something else does.
setTimeout(() => {
  console.error(`soak: still open: ${process.getActiveResourcesInfo().join(", ")}`);
  process.exit(1);
}, 10_000).unref();
