/**
 * A service that fails one request in five, in ways drawn from a seed. Runs in a process of its own:
 * it sends its port, answers every message with what it did, and ends with the one who started it.
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server did, by status; `broken` counts requests that it did not answer in full. */
export type Counts = Record<string, number>;

const order = JSON.stringify({ id: "9e41c07b52da", status: "completed", lineItems: [] });
const fault = JSON.stringify({ code: 800003, description: "It failed.", source: "PartnerFD" });
const json = { "content-type": "application/json; charset=utf-8" };
const html = { "content-type": "text/html" };

type Behaviour = (response: ServerResponse) => number | "broken";

const answer =
  (status: number, body: string, headers: Record<string, string> = json): Behaviour =>
  (response) => {
    response.writeHead(status, headers).end(body);
    return status;
  };

const ok = answer(200, order);

/** Each as likely as the others. */
const failures: readonly Behaviour[] = [
  answer(200, "<html>Sign in</html>", html),
  answer(200, order.slice(0, 20)),
  answer(200, ""),
  answer(200, fault),
  answer(302, "", { location: "/elsewhere" }),
  answer(401, ""),
  answer(403, fault),
  answer(404, fault),
  answer(408, ""),
  answer(429, "{}", { ...json, "retry-after": "0" }),
  answer(429, "{}", { ...json, "retry-after": "0.02" }),
  answer(500, fault),
  answer(502, "<html>Bad gateway</html>", html),
  answer(503, ""),
  answer(504, "x".repeat(100_000)),
  (response) => {
    response.socket?.resetAndDestroy();
    return "broken";
  },
  (response) => {
    response.writeHead(200, { ...json, "content-length": "1000" });
    response.write(order, () => response.socket?.destroy());
    return "broken";
  },
];

/** Nothing comes until the client gives up. Rare, for it costs a whole timeout. */
const silent: Behaviour = () => "broken";

/** mulberry32: small, fast, and the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = createRandom(Number(process.argv[2]));
const counts: Counts = { requests: 0, failures: 0 };
const count = (name: string) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

function choose(): Behaviour {
  const chance = random();
  if (chance >= 0.2) return ok;
  count("failures");
  if (chance < 0.0002) return silent;
  return failures[Math.floor(random() * failures.length)] ?? ok;
}

const server = createServer((_, response) => {
  count("requests");
  count(`${choose()(response)}`);
});
// The client decides when a connection is over, so that none ends under a new request.
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => {
  // Of a TCP server that listens.
  process.send?.((server.address() as AddressInfo).port);
});
process.on("message", () => process.send?.(counts));
process.on("disconnect", () => process.exit());
