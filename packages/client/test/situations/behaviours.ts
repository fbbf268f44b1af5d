import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { faults, orders } from "./orders.ts";

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

const json = "application/json; charset=utf-8";

/** An answer with a body, and the ids that the service echoes. */
function answer(status: number, body: unknown, headers: Headers = {}, type = json): Behaviour {
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

const ok = answer(200, orders.completed);

/** The first behaviours in turn, the last one from then on. */
const inTurn =
  (...behaviours: Behaviour[]): Behaviour =>
  (exchange) =>
    behaviours[Math.min(exchange.n, behaviours.length - 1)]?.(exchange);

/** A behaviour for the first request to an address, and an order for those after it. */
function oncePerAddress(first: Behaviour): Behaviour {
  const seen = new Set<string | undefined>();
  return (exchange) => {
    const { url } = exchange.request;
    (seen.has(url) ? ok : first)(exchange);
    seen.add(url);
  };
}

const reset: Behaviour = ({ request }) => request.socket.resetAndDestroy();

/** Headers and half of the promised body, then the connection is gone. */
const truncated: Behaviour = ({ response }) => {
  response.writeHead(200, { "content-type": json, "content-length": "1000" });
  response.write('{"id":"', () => response.socket?.destroy());
};

const stalledBody: Behaviour = ({ response }) => {
  response.writeHead(200, { "content-type": json });
  response.write('{"id":');
};

const silent: Behaviour = () => {};

const drip: Behaviour = ({ response }) => {
  response.writeHead(200, { "content-type": json });
  const timer = setInterval(() => response.write(" "), 3);
  response.on("close", () => clearInterval(timer));
};

const megabyte = Buffer.alloc(2 ** 20, " ");
const hugeChunked: Behaviour = ({ response }) => {
  response.writeHead(200, { "content-type": json });
  const more = () => {
    if (!response.destroyed) response.write(megabyte, () => more());
  };
  more();
};

/** Bytes that `writeHead` would refuse or change. */
const raw =
  (...lines: string[]): Behaviour =>
  ({ response }) => {
    response.socket?.end(
      ["HTTP/1.1 200 OK", "access-control-allow-origin: *", ...lines].join("\r\n"),
    );
  };
const rawBody = JSON.stringify(orders.completed);

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000).toUTCString();

/** The token that came, wherever a service could repeat it. */
const echo =
  (status: number, type: string, body: (token: string) => string): Behaviour =>
  (exchange) => {
    const token = exchange.request.headers.authorization?.replace("Bearer ", "") ?? "";
    answer(
      status,
      body(token),
      { "x-echo": token, "ms-requestid": token, "www-authenticate": `Bearer token="${token}"` },
      type,
    )(exchange);
  };

export const behaviours: Record<string, Behaviour> = {
  ok,
  "ok-legacy": answer(200, orders.legacy),
  "ok-reservation": answer(200, orders.reservation),
  "ok-software-cancelled": answer(200, orders.softwareCancelled),
  "pending-then-completed": inTurn(answer(200, orders.pending), ok),
  "ok-priced": answer(200, orders.priced),
  "ok-priced-without-total": answer(200, orders.pricedWithoutTotal),
  "ok-savings-plan": answer(200, orders.savingsPlan),
  "po-upload": inTurn(answer(200, orders.pendingPoUpload), answer(200, orders.poUploadComplete)),
  "ok-partial-success": answer(200, orders.partialSuccess),
  "ok-unknown-values": answer(200, orders.unknownValues),
  "ok-annual-casing": answer(200, orders.annualCasing),
  "ok-nulls": answer(200, orders.nulls),
  "ok-extra-members": answer(200, orders.extraMembers),
  "ok-renews-to-array": answer(200, orders.renewsToArray),

  "ok-bom": answer(200, `\ufeff${rawBody}`),
  "ok-text-json": answer(200, orders.completed, {}, "text/json"),
  "ok-charset": answer(200, orders.reservation, {}, 'application/json; charset="UTF-8"; v=1'),
  "ok-no-content-type": answer(200, orders.completed, { "content-type": "" }),
  "ok-gzip": answer(200, gzipSync(rawBody), { "content-encoding": "gzip" }),
  "ok-numbers": answer(200, '{"id":"a","totalPrice":17.219999999999999,"big":1e400}'),
  "ok-proto": answer(200, '{"id":"a","__proto__":{"polluted":true},"constructor":1}'),
  "ok-doubled-headers": raw(
    "x-locale: en-US",
    "x-locale: en-US",
    "ms-requestid: server-id",
    "ms-requestid: server-id",
    "access-control-expose-headers: *",
    `content-length: ${rawBody.length}`,
    "",
    rawBody,
  ),
  "ok-without-ids": ({ response }) => response.end(rawBody),
  "ok-until-close": raw("content-type: application/json", "connection: close", "", rawBody),
  "ok-odd-reason": ({ response }) => {
    response.socket?.end(
      `HTTP/1.1 200 zażółć\r\naccess-control-allow-origin: *\r\ncontent-length: ${rawBody.length}\r\n\r\n${rawBody}`,
    );
  },
  "early-hints": (exchange) => {
    exchange.response.writeEarlyHints({ link: "</style.css>; rel=preload" }, () => ok(exchange));
  },

  html: answer(200, "<html><body>Sign in</body></html>", {}, "text/html"),
  xml: answer(200, "<Order><Id>1</Id></Order>", {}, "application/xml"),
  "cut-json": answer(200, rawBody.slice(0, 100)),
  "cut-json-chunked": ({ response }) => {
    response.writeHead(200, { "content-type": json });
    response.write(rawBody.slice(0, 40));
    response.end(rawBody.slice(40, 80));
  },
  empty: answer(200, ""),
  array: answer(200, [orders.completed]),
  text: answer(200, '"an order"'),
  null: answer(200, "null"),
  "no-content": answer(204, undefined),
  "fault-in-200": answer(200, { code: 400072, description: "This item isn't available." }),
  "empty-object": answer(200, {}),
  "empty-object-202": answer(202, {}),
  "gateway-in-200": answer(200, faults.gateway),
  "gateway-in-202": answer(202, faults.gateway),
  "oauth-in-200": answer(200, faults.oauth),
  "oauth-in-202": answer(202, faults.oauth),
  collection: answer(200, { totalCount: 1, items: [orders.completed] }),
  "ok-pascal-case": answer(200, orders.pascalCase),
  "ok-without-id": answer(200, orders.withoutId),
  "wrong-lines": answer(200, { id: "a", lineItems: new Array(200_000).fill(1) }),
  "wrong-order": answer(200, { id: 1, totalPrice: "2" }),
  "long-html": answer(200, `<p>${"ż".repeat(1000)}`, {}, "text/html"),

  "404-empty": answer(404, ""),
  "404-fault": answer(404, faults.notFound),
  "404-then-ok": inTurn(answer(404, faults.notFound), ok),
  "400-code-zero": answer(400, faults.codeZero),
  "400-data": answer(400, faults.withData),
  "400-extended": answer(400, faults.extended),
  "400-odd-types": answer(400, { code: {}, description: 5, data: ["a", 1, {}], source: [] }),
  "400-odata": answer(400, faults.odata),
  "401-oauth": answer(401, faults.oauth),
  "400-problem": answer(400, faults.problem, {}, "application/problem+json"),
  "500-unknown-json": answer(500, { Message: "An error has occurred." }),
  "500-long": answer(500, { code: 1, description: `one\r\ntwo \u001b[31m${"ż".repeat(5_000)}` }),
  "401-mfa-empty": ({ response }) => {
    response.writeHead(401, "Unauthorized - MFA required", {
      "www-authenticate": 'Bearer error="invalid_token"',
    });
    response.end();
  },
  "401-audience": answer(401, faults.textCode),
  "401-mfa": answer(401, faults.mfa),
  "401-once": inTurn(answer(401, ""), ok),
  "401-always": answer(401, ""),
  "403-no-relationship": answer(403, faults.noRelationship),
  "403-no-prices": answer(403, faults.noPrices),
  "407-proxy": answer(407, "<html>proxy</html>", { "proxy-authenticate": "Basic" }, "text/html"),
  "408-then-ok": inTurn(answer(408, ""), ok),
  "304": answer(304, undefined),
  "418-text": answer(418, "I am a teapot", {}, "text/plain"),
  "502-html": answer(502, "<html>Bad gateway</html>", {}, "text/html"),
  "502-then-ok": inTurn(answer(502, "<html>Bad gateway</html>", {}, "text/html"), ok),
  "500-fault": answer(500, faults.internal),
  "503-twice": inTurn(answer(503, ""), answer(503, ""), ok),
  "503-always": answer(503, ""),
  "503-once-an-order": oncePerAddress(answer(503, "")),
  "503-not-retryable": answer(503, faults.extended),
  "504-then-ok": inTurn(answer(504, ""), ok),
  "501": answer(501, faults.codeZero),
  "666": answer(666, "odd", {}, "text/plain"),

  "429-57": answer(429, faults.gateway, { "retry-after": "57" }),
  "429-57-then-5": inTurn(
    answer(429, "", { "retry-after": "57" }),
    answer(429, "", { "retry-after": "5" }),
  ),
  "429-soon-over-then-57-then-ok": inTurn(
    answer(429, "", { "retry-after-ms": "1" }),
    answer(429, "", { "retry-after": "57" }),
    ok,
  ),
  "429-0-then-ok": inTurn(answer(429, faults.gateway, { "retry-after": "0" }), ok),
  "429-none-then-ok": inTurn(answer(429, faults.gateway), ok),
  "429-date": ({ response }) => {
    response.writeHead(429, { "retry-after": secondsAgo(-57), date: secondsAgo(0) });
    response.end();
  },
  "429-past-date-then-ok": inTurn(({ response }) => {
    response.writeHead(429, { "retry-after": secondsAgo(1000), date: secondsAgo(0) });
    response.end();
  }, ok),
  "429-negative-then-ok": inTurn(answer(429, "", { "retry-after": "-5" }), ok),
  "429-absurd": answer(429, "", { "retry-after": "99999999999999999999" }),
  "429-iso-date-then-ok": inTurn(answer(429, "", { "retry-after": "2099-01-01T00:00:00Z" }), ok),
  "429-infinity-then-ok": inTurn(answer(429, "", { "retry-after": "Infinity" }), ok),
  "429-beyond-a-day-then-ok": inTurn(answer(429, "", { "retry-after": "86401" }), ok),
  "429-ms": answer(429, "", { "retry-after-ms": "30500", "retry-after": "57" }),
  "429-x-ms": answer(429, "", { "x-ms-retry-after-ms": "30500", "retry-after": "57" }),
  "429-doubled": answer(429, "", { "retry-after": ["57", "57"] }),

  reset,
  "reset-then-ok": inTurn(reset, ok),
  truncated,
  "truncated-then-ok": inTurn(truncated, ok),
  silent,
  "silent-then-ok": inTurn(silent, ok),
  "stalled-body": stalledBody,
  "stalled-then-ok": inTurn(stalledBody, ok),
  drip,
  "huge-length": answer(200, Buffer.alloc(11 * 2 ** 20, " ")),
  "huge-chunked": hugeChunked,
  "huge-gzip": answer(200, gzipSync(Buffer.alloc(30 * 2 ** 20, " ")), {
    "content-encoding": "gzip",
  }),
  "reset-while-closing": ({ response }) => {
    response.writeHead(503, { "content-type": json });
    response.write("{", () => response.socket?.destroy());
  },

  "redirect-elsewhere": (exchange) =>
    answer(302, "", { location: `${exchange.elsewhere}/ok/redirected/` })(exchange),
  "redirect-here": answer(307, "", { location: "/ok/redirected/" }),
  "redirect-loop": (exchange) =>
    answer(308, "", { location: exchange.request.url ?? "" })(exchange),

  "echo-json": echo(403, json, (token) =>
    JSON.stringify({ code: token, description: `bad ${token}`, data: [token], source: token }),
  ),
  "echo-encoded": echo(403, json, (token) =>
    JSON.stringify({
      description: `${encodeURIComponent(token)} ${JSON.stringify(token)}`,
      data: [0, 1, 2].map((shift) => btoa(`${"a".repeat(shift)}${token}`)),
    }),
  ),
  "echo-escaped": echo(502, "text/plain", (token) =>
    [...token].map((character) => `\\u00${character.charCodeAt(0).toString(16)}`).join(""),
  ),
  "echo-html": echo(200, "text/html", (token) => `${" ".repeat(240)}${token}${token}`),
};
