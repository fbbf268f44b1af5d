import { holds, same } from "./check.ts";
import { orders } from "./orders.ts";
import { failing, open, type Situation, secret } from "./situation.ts";

/** A body that is an order, though not in the usual form. */
const taken = (name: string, behaviour: string, order: unknown): Situation => ({
  name,
  async run(stage) {
    same((await open(stage, behaviour).get()).data, order, "order");
  },
});

/** What the service, a gateway or the platform says when something is wrong, and what is kept of it. */
export const errorBodies: readonly Situation[] = [
  failing("an empty object under 200 is not an order", "empty-object", {
    kind: "invalid-response",
    status: 200,
    snippet: "{}",
    violations: [],
  }),
  failing("an empty object under 202 is not an order", "empty-object-202", {
    kind: "invalid-response",
    status: 202,
  }),
  failing("a list with its count is not an order", "collection", { kind: "invalid-response" }),
  failing("a gateway's error under 200 is not an order", "gateway-in-200", {
    kind: "api",
    status: 200,
    description: "Rate limit is exceeded. Try again in 57 seconds.",
    attempts: 1,
  }),
  failing("a gateway's error under 202 is not an order", "gateway-in-202", {
    kind: "api",
    status: 202,
  }),
  failing("an OAuth error under 200 is not an order", "oauth-in-200", {
    kind: "api",
    status: 200,
    code: "invalid_token",
    description: "The token has expired.",
  }),
  failing("an OAuth error under 202 is not an order", "oauth-in-202", {
    kind: "api",
    status: 202,
    code: "invalid_token",
  }),
  taken("an order with names in another casing arrives", "ok-pascal-case", orders.pascalCase),
  taken("an order without an id arrives", "ok-without-id", orders.withoutId),

  failing("an OData error keeps its code and message", "400-odata", {
    kind: "api",
    code: "BadRequest",
    description: "The filter is not valid.",
    snippet: undefined,
  }),
  failing("an OAuth error keeps its code and description", "401-oauth", {
    kind: "api",
    code: "invalid_token",
    description: "The token has expired.",
  }),
  failing("problem+json keeps its title and detail", "400-problem", {
    kind: "api",
    code: undefined,
    description: "Not valid: The id is too long.",
    snippet: undefined,
  }),
  failing("an error that is not a known fault has a snippet", "500-unknown-json", {
    kind: "api",
    code: undefined,
    description: '{"Message":"An error has occurred."}',
    snippet: '{"Message":"An error has occurred."}',
  }),
  failing("an HTML page with an error status has a snippet", "502-html", {
    snippet: "<html>Bad gateway</html>",
  }),
  {
    name: "a token that comes back in another encoding is found",
    async run(stage) {
      const token = `t0ken+with/signs="\\&${secret}`;
      const { fail } = open(stage, "echo-encoded", { credential: token, retry: false });
      const { description, data } = await fail({ kind: "api" });
      same(description, '[redacted] "[redacted]"', "description");
      for (const each of data as string[]) holds(each.includes("[redacted]"), `found in ${each}`);
      const escaped = open(stage, "echo-escaped", { credential: token, retry: false });
      await escaped.fail({ kind: "api", snippet: "[redacted]" });
    },
  },
  {
    name: "a short credential is not searched for",
    async run(stage) {
      const { fail } = open(stage, "418-text", { credential: "teapot", retry: false });
      await fail({ kind: "api", description: "I am a teapot" });
    },
  },
  {
    name: "a message is one line of at most 2 kB",
    async run(stage) {
      const { message, description } = await open(stage, "500-long", { retry: false }).fail({
        kind: "api",
      });
      holds(!/\p{Cc}/u.test(String(message)), "the message has no control character");
      same(new TextEncoder().encode(String(message)).length <= 2_000, true, "at most 2 kB");
      same(String(description).length, 5_014, "characters of the whole description");
    },
  },
  {
    name: "an error in a log has message, ids, headers and cause",
    async run(stage) {
      const error = await open(stage, "404-fault", { retry: false }).fail({ kind: "api" });
      const logged = JSON.parse(JSON.stringify(error));
      same(logged.message, error.message, "message");
      same(logged.sentRequestId, error.sentRequestId, "id");
      same(logged.headers["ms-cv"], "kT4vXz81QmPe7WsA.0", "header");
      holds(!JSON.stringify(error).includes(secret), "the log tells no secret");
    },
  },
  {
    name: "a lost connection has the platform's code",
    async run(stage) {
      const reset = Object.assign(new Error(`read ECONNRESET ${secret}`), { code: "ECONNRESET" });
      const fetch = () => Promise.reject(new TypeError("fetch failed", { cause: reset }));
      const { fail } = open(stage, "ok", { fetch, retry: false });
      const error = await fail({ kind: "connection", reason: "network", code: "ECONNRESET" });
      const { cause } = JSON.parse(JSON.stringify(error));
      same(
        cause,
        { message: "fetch failed: read ECONNRESET [redacted]", code: "ECONNRESET" },
        "cause in a log",
      );
    },
  },
  {
    name: "a lost connection without a code has none",
    async run(stage) {
      const fetch = () => Promise.reject(new DOMException("gone", "NetworkError"));
      const { fail } = open(stage, "ok", { fetch, retry: false });
      await fail({ kind: "connection", code: undefined });
    },
  },
];
