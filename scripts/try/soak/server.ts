/**
 * A service that fails one request in five, at random from a seed. Runs in a process of its own: it
 * sends its address, replies to every message with its counts, and ends with the process that started it.
 */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { listen } from "@partner-center/lib/loopback";

/** Requests, failures, and responses by status; `broken` counts those that were not complete. */
export type Counts = Record<string, number>;

type Behaviour = (response: ServerResponse) => number | "broken";

const order = JSON.stringify({ id: "9e41c07b52da", status: "completed", lineItems: [] });
const fault = JSON.stringify({ code: 800003, description: "It failed.", source: "PartnerFD" });
const json = { "content-type": "application/json; charset=utf-8" };
const html = { "content-type": "text/html" };

const respond =
  (status: number, body: string, headers: Record<string, string> = json): Behaviour =>
  (response) => {
    response.writeHead(status, headers).end(body);
    return status;
  };

const respondWithOrder = respond(200, order);

/** All equally likely. */
const failures: readonly Behaviour[] = [
  respond(200, "<html>Sign in</html>", html),
  respond(200, order.slice(0, 20)),
  respond(200, ""),
  respond(200, fault),
  respond(302, "", { location: "/elsewhere" }),
  respond(401, ""),
  respond(403, fault),
  respond(404, fault),
  respond(408, ""),
  respond(429, "{}", { ...json, "retry-after": "0" }),
  respond(429, "{}", { ...json, "retry-after": "0.02" }),
  respond(500, fault),
  respond(502, "<html>Bad gateway</html>", html),
  respond(503, ""),
  respond(504, "x".repeat(100_000)),
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

/** Silent until the client gives up. Rare, because it costs a whole timeout. */
const staySilent: Behaviour = () => "broken";

let drawn = 0;
/** From 0 to 1, and the same on every machine for the same seed. */
function random(): number {
  drawn += 1;
  return createHash("md5").update(`${process.argv[2]} ${drawn}`).digest().readUInt32BE() / 2 ** 32;
}

const counts: Counts = {};
const count = (name: string | number) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

function choose(): Behaviour {
  const chance = random();
  if (chance >= 0.2) return respondWithOrder;
  count("failures");
  if (chance < 0.0002) return staySilent;
  return failures[Math.floor(random() * failures.length)] ?? staySilent;
}

const { server, url } = await listen((_, response) => {
  count("requests");
  count(choose()(response));
});
// The client decides when a connection is over, so that none ends under a new request.
server.keepAliveTimeout = 0;
process.send?.(url);
process.on("message", () => process.send?.(counts));
process.on("disconnect", () => process.exit());
