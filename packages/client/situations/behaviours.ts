import { gzipSync } from "node:zlib";
import { type Behaviour, inTurn, json, ok, respond } from "./behaviour.ts";
import { errorBehaviours } from "./error-behaviours.ts";
import { faults, orders } from "./orders.ts";

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

/** What the server can do, by the name that addresses have it by. */
export const behaviours: Record<string, Behaviour> = {
  ok,
  "ok-legacy": respond(200, orders.legacy),
  "ok-reservation": respond(200, orders.reservation),
  "ok-software-cancelled": respond(200, orders.softwareCancelled),
  "pending-then-completed": inTurn(respond(200, orders.pending), ok),
  "ok-priced": respond(200, orders.priced),
  "ok-priced-without-total": respond(200, orders.pricedWithoutTotal),
  "ok-savings-plan": respond(200, orders.savingsPlan),
  "po-upload": inTurn(respond(200, orders.pendingPoUpload), respond(200, orders.poUploadComplete)),
  "ok-partial-success": respond(200, orders.partialSuccess),
  "ok-unknown-values": respond(200, orders.unknownValues),
  "ok-annual-casing": respond(200, orders.annualCasing),
  "ok-nulls": respond(200, orders.nulls),
  "ok-extra-properties": respond(200, orders.extraProperties),
  "ok-renews-to-array": respond(200, orders.renewsToArray),

  "ok-bom": respond(200, `\ufeff${rawBody}`),
  "ok-text-json": respond(200, orders.completed, {}, "text/json"),
  "ok-charset": respond(200, orders.reservation, {}, 'application/json; charset="UTF-8"; v=1'),
  "ok-no-content-type": respond(200, orders.completed, { "content-type": "" }),
  "ok-gzip": respond(200, gzipSync(rawBody), { "content-encoding": "gzip" }),
  "ok-numbers": respond(200, '{"id":"a","totalPrice":17.219999999999999,"big":1e400}'),
  "ok-proto": respond(200, '{"id":"a","__proto__":{"polluted":true},"constructor":1}'),
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

  html: respond(200, "<html><body>Sign in</body></html>", {}, "text/html"),
  xml: respond(200, "<Order><Id>1</Id></Order>", {}, "application/xml"),
  "cut-json": respond(200, rawBody.slice(0, 100)),
  "cut-json-chunked": ({ response }) => {
    response.writeHead(200, { "content-type": json });
    response.write(rawBody.slice(0, 40));
    response.end(rawBody.slice(40, 80));
  },
  empty: respond(200, ""),
  array: respond(200, [orders.completed]),
  text: respond(200, '"an order"'),
  null: respond(200, "null"),
  "no-content": respond(204, undefined),
  "fault-in-200": respond(200, { code: 400072, description: "This item isn't available." }),
  "empty-object": respond(200, {}),
  "empty-object-202": respond(202, {}),
  "gateway-in-200": respond(200, faults.gateway),
  "gateway-in-202": respond(202, faults.gateway),
  "oauth-in-200": respond(200, faults.oauth),
  "oauth-in-202": respond(202, faults.oauth),
  collection: respond(200, { totalCount: 1, items: [orders.completed] }),
  "ok-pascal-case": respond(200, orders.pascalCase),
  "ok-without-id": respond(200, orders.withoutId),
  "wrong-lines": respond(200, { id: "a", lineItems: new Array(200_000).fill(1) }),
  "wrong-order": respond(200, { id: 1, totalPrice: "2" }),
  "long-html": respond(200, `<p>${"ż".repeat(1000)}`, {}, "text/html"),

  reset,
  "reset-then-ok": inTurn(reset, ok),
  truncated,
  "truncated-then-ok": inTurn(truncated, ok),
  silent,
  "silent-then-ok": inTurn(silent, ok),
  "stalled-body": stalledBody,
  "stalled-then-ok": inTurn(stalledBody, ok),
  drip,
  "huge-length": respond(200, Buffer.alloc(11 * 2 ** 20, " ")),
  "huge-chunked": hugeChunked,
  "huge-gzip": respond(200, gzipSync(Buffer.alloc(30 * 2 ** 20, " ")), {
    "content-encoding": "gzip",
  }),
  "reset-while-closing": ({ response }) => {
    response.writeHead(503, { "content-type": json });
    response.write("{", () => response.socket?.destroy());
  },

  "redirect-elsewhere": (exchange) =>
    respond(302, "", { location: `${exchange.elsewhere}/ok/redirected/` })(exchange),
  "redirect-here": respond(307, "", { location: "/ok/redirected/" }),
  "redirect-loop": (exchange) =>
    respond(308, "", { location: exchange.request.url ?? "" })(exchange),

  ...errorBehaviours,
};
