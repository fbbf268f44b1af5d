import { holds, rejection, same, sameProperties } from "./check.ts";
import { customerId, orderId, orders } from "./orders.ts";
import { open, type Situation, secret } from "./situation.ts";

/** An argument that is refused before anything is sent. */
const refused = (
  name: string,
  argument: string,
  parameters: Record<string, unknown>,
  options: Record<string, unknown> = {},
): Situation => ({
  name,
  async run(stage) {
    const { fail, seen } = open(stage, "ok");
    await fail({ kind: "argument", argument }, parameters, options);
    same(await seen(), [], "requests");
  },
});

/** An id that reaches the server as one segment of the path, whatever is in it. */
const encoded = (name: string, id: string, segment: string): Situation => ({
  name,
  async run(stage) {
    const { get, seen } = open(stage, "ok");
    await get({ orderId: id });
    same((await seen())[0]?.url, `/v1/customers/${customerId}/orders/${segment}`, "path");
  },
});

/** What the client sends, and what it refuses to send. */
export const requests: readonly Situation[] = [
  {
    name: "the request is as the contract says",
    async run(stage) {
      const { get, seen } = open(stage, "ok", { headers: { "X-Locale": "pl-PL" } });
      const result = await get({ includePrice: true });
      const [request] = await seen();
      same(request?.method, "GET", "method");
      same(
        request?.url,
        `/v1/customers/${customerId}/orders/${orderId}?include_price=true`,
        "address",
      );
      const { headers = {} } = request ?? {};
      same(headers.accept, "application/json", "accept");
      same(headers["ms-contract-version"], "v1", "contract version");
      same(headers.authorization, `Bearer ${secret}`, "authorization");
      same(headers["x-locale"], "pl-PL", "locale");
      same(headers["ms-requestid"], result.sentRequestId, "request id");
      same(headers["ms-correlationid"], result.sentCorrelationId, "correlation id");
      holds(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(result.requestId), "the id is a GUID");
    },
  },
  {
    name: "the caller's own ids are sent and come back",
    async run(stage) {
      const { get } = open(stage, "ok");
      const result = await get({}, { correlationId: "my-work", requestId: "my-request" });
      same(result.sentCorrelationId, "my-work", "sent correlation id");
      same(result.correlationId, "my-work", "correlation id");
      same(result.requestId, "my-request", "request id");
    },
  },
  encoded("an id with a path and a query in it", "a/b?x=1", "a%2Fb%3Fx%3D1"),
  encoded("an id that is encoded already", "%2e%2e", "%252e%252e"),
  encoded("an id with backslashes", "..\\..", "..%5C.."),
  encoded("an id with line breaks", "a\r\nx: y", "a%0D%0Ax%3A%20y"),
  encoded("an id beyond ASCII", "zażółć/🙂", "za%C5%BC%C3%B3%C5%82%C4%87%2F%F0%9F%99%82"),
  encoded("an id with capitals and punctuation", "Ab-9_C~", "Ab-9_C~"),
  encoded("an id that looks like a template", "{order_id}$&", "%7Border_id%7D%24%26"),
  refused("an id that leaves the path", "orderId", { orderId: ".." }),
  refused("an id that is a dot", "customerId", { customerId: "." }),
  refused("an empty id", "customerId", { customerId: "" }),
  refused("an id that is a number", "orderId", { orderId: 5 }),
  refused("a missing id", "orderId", { orderId: undefined }),
  refused("half a surrogate pair", "orderId", { orderId: "a\ud800" }),
  refused("header injection by an id", "correlationId", {}, { correlationId: "a\r\nx: y" }),
  refused("an empty request id", "requestId", {}, { requestId: "" }),
  refused(
    "a timeout that is not a number",
    "timeout.total",
    {},
    { timeout: { total: Number.NaN } },
  ),
  {
    name: "header injection by an option",
    async run(stage) {
      const { createClient } = stage.client;
      try {
        createClient({ credential: secret, headers: { "x-locale": "a\r\nx: y" } });
      } catch (error) {
        sameProperties(error, { kind: "argument", argument: "headers" });
        return;
      }
      throw new Error("the header was taken");
    },
  },
  {
    name: "createFetch resolves for every status, with the whole body",
    async run({ client: { createFetch }, addresses }) {
      const fetch = createFetch({ credential: secret, baseUrl: addresses.origin, retry: false });
      const session = crypto.randomUUID();
      for (const [behaviour, status] of [
        ["ok", 200],
        ["no-content", 204],
        ["304", 304],
        ["404-fault", 404],
        ["503-always", 503],
      ] as const) {
        const response = await fetch(`${addresses.origin}/${behaviour}/${session}/v1/things`);
        same(response.status, status, "status");
        same(response.url, `${addresses.origin}/${behaviour}/${session}/v1/things`, "url");
        same(
          await response.text(),
          status === 200
            ? JSON.stringify(orders.completed)
            : status === 404
              ? JSON.stringify({
                  code: 20000,
                  description: "No such order.",
                  data: [],
                  source: "PartnerFD",
                })
              : "",
          "body",
        );
      }
    },
  },
  {
    name: "createFetch sends method, headers and body, and does not repeat a POST",
    async run({ client: { createFetch }, addresses }) {
      const fetch = createFetch({ credential: secret, baseUrl: addresses.origin });
      const session = crypto.randomUUID();
      const response = await fetch(`${addresses.origin}/503-twice/${session}/v1/things`, {
        method: "POST",
        body: '{"a":1}',
        headers: { "content-type": "application/json", "ms-requestid": "mine" },
      });
      same(response.status, 503, "status");
      const log = await globalThis.fetch(`${addresses.origin}/seen/${session}`);
      const seen = await log.json();
      same(seen.length, 1, "requests");
      same(seen[0].method, "POST", "method");
      same(seen[0].body, '{"a":1}', "body");
      same(seen[0].headers["content-type"], "application/json", "content type");
      same(seen[0].headers["ms-requestid"], "mine", "request id");
    },
  },
  {
    name: "createFetch sends no token to another origin",
    async run({ client: { createFetch }, addresses }) {
      const fetch = createFetch({ credential: secret });
      const session = crypto.randomUUID();
      const error = await rejection(fetch(`${addresses.origin}/ok/${session}/v1/things`));
      sameProperties(error, { kind: "argument", argument: "input" });
      const log = await globalThis.fetch(`${addresses.origin}/seen/${session}`);
      same(await log.json(), [], "requests");
    },
  },
  {
    name: "a link of an order is followed",
    async run(stage) {
      const { get, baseUrl, seen } = open(stage, "ok");
      const { createFetch, resolveLink } = stage.client;
      const { data: order } = await get();
      const address = resolveLink(order.links?.self, { baseUrl });
      const fetch = createFetch({ credential: secret, baseUrl });
      same(await (await fetch(address ?? "")).json(), order, "order");
      const [first, second] = await seen();
      same(second?.url, first?.url, "path");
    },
  },
];
