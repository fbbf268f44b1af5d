/**
 * Measures what the client costs beside openapi-fetch alone, in one run: over a fetch that answers
 * at once, and over loopback with the server in a process of its own.
 *
 * Usage: pnpm --filter @partner-center/client run bench:overhead
 */

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readArguments } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import type { paths } from "@partner-center/types";
import createOpenApiFetch from "openapi-fetch";

// A process of its own is the server.
const { words } = readArguments({ words: ["serve"] });
await make("build", "client");
const { createClient } = await import("@partner-center/client");

const body = JSON.stringify({ id: "order", status: "completed", lineItems: [{ quantity: 1 }] });
const headers = { "content-type": "application/json" };
const path = { version: "1", customer_id: "customer", order_id: "order" };
const rounds = 60;

/** Microseconds for each call of `work`, with a number of calls under way at once. */
async function time(work: () => Promise<unknown>, calls: number, atOnce: number): Promise<number> {
  const startedAt = performance.now();
  let left = calls;
  const worker = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return ((performance.now() - startedAt) * 1000) / calls;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Times both in turns, so that a busy machine is busy for both. */
async function compare(
  name: string,
  fetch: typeof globalThis.fetch,
  baseUrl: string,
  calls: number,
  atOnce: number,
): Promise<void> {
  // The same request: the client sends these, the ids new each time.
  const headers = {
    accept: "application/json",
    authorization: "Bearer a-token",
    "ms-correlationid": crypto.randomUUID(),
    "ms-requestid": crypto.randomUUID(),
  };
  const openapi = createOpenApiFetch<paths>({ baseUrl, fetch, headers });
  const client = createClient({ credential: "a-token", baseUrl, fetch });
  const contenders = {
    openapi: () =>
      openapi.GET("/v{version}/customers/{customer_id}/orders/{order_id}", { params: { path } }),
    ours: () => client.getOrder({ customerId: "customer", orderId: "order" }),
  };
  const measured = { openapi: [] as number[], ours: [] as number[], ratio: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const alone = await time(contenders.openapi, calls, atOnce);
    const ours = await time(contenders.ours, calls, atOnce);
    // The first rounds warm up.
    if (round < rounds / 4) continue;
    measured.openapi.push(alone);
    measured.ours.push(ours);
    measured.ratio.push(ours / alone);
  }
  const ratio = median(measured.ratio);
  console.log(
    `${name}: openapi-fetch ${median(measured.openapi).toFixed(1)} µs, client ` +
      `${median(measured.ours).toFixed(1)} µs a call, time ${ratio.toFixed(2)} x, ` +
      `throughput ${(100 / ratio).toFixed(0)} %`,
  );
}

if (words.includes("serve")) {
  const server = createServer((_, response) => response.writeHead(200, headers).end(body));
  server.listen(0, "127.0.0.1", () => {
    // A TCP server that listens has such an address.
    console.log((server.address() as AddressInfo).port);
  });
} else {
  const instant = async () => new Response(body, { headers });
  await compare("instant fetch", instant, "https://example.com", 2_000, 1);
  const server = spawn(process.execPath, [import.meta.filename, "serve"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const port = await new Promise((resolve) => server.stdout.once("data", resolve));
    const baseUrl = `http://127.0.0.1:${String(port).trim()}`;
    await compare("loopback, 1 in flight", globalThis.fetch, baseUrl, 200, 1);
    await compare("loopback, 64 in flight", globalThis.fetch, baseUrl, 640, 64);
  } finally {
    server.kill();
  }
}
