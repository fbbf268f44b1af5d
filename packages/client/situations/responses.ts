import { holds, same } from "./check.ts";
import { orders } from "./orders.ts";
import { failing, open, type Situation } from "./situation.ts";

/** A situation in which the order arrives as the server sent it. */
const intact = (name: string, behaviour: string, order: unknown): Situation => ({
  name,
  async run(stage) {
    const { data, status } = await open(stage, behaviour).get();
    same(status, 200, "status");
    same(data, order, "order");
  },
});

const invalid = (name: string, behaviour: string, more: Record<string, unknown> = {}) =>
  failing(name, behaviour, { kind: "invalid-response", ...more });

/** What the service can respond with. */
export const responses: readonly Situation[] = [
  intact("an order arrives", "ok", orders.completed),
  intact("a legacy order without status arrives", "ok-legacy", orders.legacy),
  intact("a reservation arrives", "ok-reservation", orders.reservation),
  intact(
    "a cancelled software line keeps quantity 0",
    "ok-software-cancelled",
    orders.softwareCancelled,
  ),
  intact("a priced order arrives", "ok-priced", orders.priced),
  intact(
    "a priced order without a total has none",
    "ok-priced-without-total",
    orders.pricedWithoutTotal,
  ),
  intact("a fraction of a commitment stays one", "ok-savings-plan", orders.savingsPlan),
  intact("partial success arrives", "ok-partial-success", orders.partialSuccess),
  intact("unknown status and cycle pass through", "ok-unknown-values", orders.unknownValues),
  intact("another casing passes through", "ok-annual-casing", orders.annualCasing),
  intact("nulls pass through", "ok-nulls", orders.nulls),
  intact("unknown properties pass through", "ok-extra-properties", orders.extraProperties),
  intact("renewsTo as a list passes through", "ok-renews-to-array", orders.renewsToArray),
  intact("a byte order mark does no harm", "ok-bom", orders.completed),
  intact("text/json is JSON", "ok-text-json", orders.completed),
  intact("parameters of the content type do no harm", "ok-charset", orders.reservation),
  intact("an empty content type does no harm", "ok-no-content-type", orders.completed),
  intact("gzip is unpacked", "ok-gzip", orders.completed),
  intact("a body that ends with its connection is whole", "ok-until-close", orders.completed),
  intact("a reason phrase beyond ASCII does no harm", "ok-odd-reason", orders.completed),
  intact("informational responses are skipped", "early-hints", orders.completed),
  {
    name: "an order that is pending has its subscription later",
    async run(stage) {
      const { get } = open(stage, "pending-then-completed");
      const { classifyOrderStatus } = stage.client;
      const pending = (await get()).data;
      same(classifyOrderStatus(pending.status), "waiting", "progress");
      same(pending.lineItems?.[0]?.subscriptionId, undefined, "subscription");
      const completed = (await get()).data;
      same(classifyOrderStatus(completed.status), "done", "progress");
      holds(completed.lineItems?.[0]?.subscriptionId, "there is a subscription");
    },
  },
  {
    name: "an order waits for its purchase order",
    async run(stage) {
      const { get } = open(stage, "po-upload");
      const { classifyOrderStatus } = stage.client;
      same((await get()).data.status, "pending_po_upload", "status");
      same(classifyOrderStatus((await get()).data.status), "waiting", "progress");
    },
  },
  {
    name: "numbers keep what a number can hold",
    async run(stage) {
      const { data } = await open(stage, "ok-numbers").get();
      same(data.totalPrice, 17.219999999999999, "total");
    },
  },
  {
    name: "a property named __proto__ changes no prototype",
    async run(stage) {
      const { data } = await open(stage, "ok-proto").get();
      same(Object.getPrototypeOf(data) === Object.prototype, true, "prototype");
      same(Object.hasOwn({}, "polluted") || "polluted" in {}, false, "pollution");
      same(Object.hasOwn(data, "__proto__"), true, "own property");
    },
  },
  {
    name: "doubled headers count once",
    async run(stage) {
      const result = await open(stage, "ok-doubled-headers").get();
      same(result.requestId, "server-id", "request id");
      same(result.headers.get("x-locale"), "en-US, en-US", "locale");
    },
  },
  {
    name: "missing ids are replaced by the ids that were sent",
    async run(stage) {
      const result = await open(stage, "ok-without-ids").get();
      same(result.requestId, result.sentRequestId, "request id");
      same(result.correlationId, result.sentCorrelationId, "correlation id");
    },
  },

  invalid("HTML instead of an order", "html", {
    status: 200,
    contentType: "text/html",
    snippet: "<html><body>Sign in</body></html>",
  }),
  invalid("XML instead of JSON", "xml", { contentType: "application/xml" }),
  invalid("JSON that is cut off", "cut-json", { status: 200, attempts: 1 }),
  invalid("JSON that is cut off between chunks", "cut-json-chunked"),
  invalid("an empty body", "empty", { snippet: "" }),
  invalid("a list instead of an order", "array"),
  invalid("a string instead of an order", "text", { snippet: '"an order"' }),
  invalid("null instead of an order", "null"),
  invalid("204 No Content", "no-content", { status: 204, contentType: undefined }),
  {
    name: "a snippet has at most 256 bytes",
    async run(stage) {
      const { snippet } = await open(stage, "long-html").fail({ kind: "invalid-response" });
      same(snippet, `<p>${"ż".repeat(126)}`, "snippet");
    },
  },

  failing("a fault under status 200", "fault-in-200", {
    kind: "api",
    status: 200,
    code: "400072",
    description: "This item isn't available.",
    hint: undefined,
  }),
  failing("404 with an empty body", "404-empty", {
    kind: "api",
    status: 404,
    code: undefined,
    description: "Not Found",
    data: undefined,
    source: undefined,
    attempts: 1,
    method: "GET",
  }),
  failing("404 with a fault", "404-fault", {
    kind: "api",
    status: 404,
    code: "20000",
    description: "No such order.",
    data: [],
    source: "PartnerFD",
    hint: "a new order may take 15 minutes (documented for lists, reported for reads)",
  }),
  {
    name: "an order that is not visible yet is found later",
    async run(stage) {
      const { fail, get } = open(stage, "404-then-ok");
      await fail({ kind: "api", status: 404 });
      same((await get()).data, orders.completed, "order");
    },
  },
  failing("400 with code 0", "400-code-zero", { kind: "api", status: 400, code: "0", data: [] }),
  failing("400 with data", "400-data", { code: "60012", data: ["help: https://example.com"] }),
  failing("400 in the newer envelope", "400-extended", {
    code: "600061",
    description: "It exists already.",
    source: undefined,
  }),
  failing("a fault with properties of odd types", "400-odd-types", {
    code: undefined,
    description: "5",
    data: ["a", "1"],
    source: undefined,
  }),
  failing("401 without MFA and with an empty body", "401-mfa-empty", {
    kind: "api",
    status: 401,
    hint: "get a new token",
  }),
  failing("a reason phrase stands in for an empty body", "401-mfa-empty", {
    description: "Unauthorized - MFA required",
  }),
  failing("401 for a wrong audience, with its code as a string", "401-audience", {
    code: "900420",
    hint: "get a token for https://api.partnercenter.microsoft.com/.default",
  }),
  failing("401 without MFA", "401-mfa", {
    code: "900421",
    hint: "sign in with MFA again",
  }),
  failing("403 without a relationship", "403-no-relationship", { status: 403, code: "20002" }),
  failing("403 without access to prices", "403-no-prices", {
    code: "800043",
    hint: "access to prices is not granted",
  }),
  {
    name: "407 from a proxy",
    async run(stage) {
      const { fail } = open(stage, "407-proxy", { retry: false });
      const { kind, status } = await fail({ attempts: 1 });
      // By the fetch standard a 407 is a broken connection; not every runtime keeps to it.
      holds(kind === "connection" || (kind === "api" && status === 407), `the kind is ${kind}`);
    },
  },
  failing("304 Not Modified", "304", { kind: "api", status: 304, hint: undefined }),
  failing("an error as plain text", "418-text", { status: 418, description: "I am a teapot" }),
  failing("an HTML page from a gateway", "502-html", {
    kind: "api",
    status: 502,
    code: undefined,
    description: "<html>Bad gateway</html>",
  }),
  failing("500 with a fault", "500-fault", { status: 500, code: "800003" }),
  failing("501 is not tried again", "501", { status: 501, attempts: 1 }, {}),

  failing("a fault that repeats the token", "echo-json", {
    kind: "api",
    code: "[redacted]",
    description: "bad [redacted]",
    data: ["[redacted]"],
    source: "[redacted]",
    requestId: "[redacted]",
  }),
  failing("a page that repeats the token where the snippet ends", "echo-html", {
    kind: "invalid-response",
    snippet: `${" ".repeat(240)}[redacted][redac`,
  }),
];
