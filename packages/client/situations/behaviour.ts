import type { IncomingMessage, ServerResponse } from "node:http";
import { orders } from "./orders.ts";

/** What the server does with the n-th request (the first is 0) of a session. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly n: number;
  /** Origin of a second server, which no request may ever reach. */
  readonly elsewhere: string;
}
export type Behaviour = (exchange: Exchange) => void;

type Headers = Record<string, string | string[]>;

export const json = "application/json; charset=utf-8";

/** Responds with a body, and with the ids that the service echoes. */
export function respond(
  status: number,
  body: unknown,
  headers: Headers = {},
  type = json,
): Behaviour {
  const bytes =
    body === undefined || typeof body === "string" || Buffer.isBuffer(body)
      ? body
      : JSON.stringify(body);
  return ({ request, response }) => {
    response.writeHead(status, {
      "ms-requestid": request.headers["ms-requestid"] ?? "",
      "ms-correlationid": request.headers["ms-correlationid"] ?? "",
      "ms-cv": "kT4vXz81QmPe7WsA.0",
      ...(bytes === undefined ? {} : { "content-type": type }),
      ...headers,
    });
    response.end(bytes);
  };
}

/** An order. */
export const ok = respond(200, orders.completed);

/** The first behaviours in turn, the last one from then on. */
export const inTurn =
  (...behaviours: Behaviour[]): Behaviour =>
  (exchange) =>
    behaviours[Math.min(exchange.n, behaviours.length - 1)]?.(exchange);

/** A behaviour for the first request to an address, and an order for those after it. */
export function oncePerAddress(first: Behaviour): Behaviour {
  const seen = new Set<string | undefined>();
  return (exchange) => {
    const { url } = exchange.request;
    (seen.has(url) ? ok : first)(exchange);
    seen.add(url);
  };
}
