import { type Behaviour, inTurn, json, ok, oncePerAddress, respond } from "./behaviour.ts";
import { faults } from "./orders.ts";

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000).toUTCString();

/** The token that came, wherever a service could repeat it. */
const echo =
  (status: number, type: string, body: (token: string) => string): Behaviour =>
  (exchange) => {
    const token = exchange.request.headers.authorization?.replace("Bearer ", "") ?? "";
    respond(
      status,
      body(token),
      { "x-echo": token, "ms-requestid": token, "www-authenticate": `Bearer token="${token}"` },
      type,
    )(exchange);
  };

/** What the server does when something is wrong, by the name that addresses have it by. */
export const errorBehaviours: Readonly<Record<string, Behaviour>> = {
  "404-empty": respond(404, ""),
  "404-fault": respond(404, faults.notFound),
  "404-then-ok": inTurn(respond(404, faults.notFound), ok),
  "400-code-zero": respond(400, faults.codeZero),
  "400-data": respond(400, faults.withData),
  "400-extended": respond(400, faults.extended),
  "400-odd-types": respond(400, { code: {}, description: 5, data: ["a", 1, {}], source: [] }),
  "400-odata": respond(400, faults.odata),
  "401-oauth": respond(401, faults.oauth),
  "400-problem": respond(400, faults.problem, {}, "application/problem+json"),
  "500-unknown-json": respond(500, { Message: "An error has occurred." }),
  "500-long": respond(500, { code: 1, description: `one\r\ntwo \u001b[31m${"ż".repeat(5_000)}` }),
  "401-mfa-empty": ({ response }) => {
    response.writeHead(401, "Unauthorized - MFA required", {
      "www-authenticate": 'Bearer error="invalid_token"',
    });
    response.end();
  },
  "401-audience": respond(401, faults.stringCode),
  "401-mfa": respond(401, faults.mfa),
  "401-once": inTurn(respond(401, ""), ok),
  "401-always": respond(401, ""),
  "403-no-relationship": respond(403, faults.noRelationship),
  "403-no-prices": respond(403, faults.noPrices),
  "407-proxy": respond(407, "<html>proxy</html>", { "proxy-authenticate": "Basic" }, "text/html"),
  "408-then-ok": inTurn(respond(408, ""), ok),
  "304": respond(304, undefined),
  "418-text": respond(418, "I am a teapot", {}, "text/plain"),
  "502-html": respond(502, "<html>Bad gateway</html>", {}, "text/html"),
  "502-then-ok": inTurn(respond(502, "<html>Bad gateway</html>", {}, "text/html"), ok),
  "500-fault": respond(500, faults.internal),
  "503-twice": inTurn(respond(503, ""), respond(503, ""), ok),
  "503-always": respond(503, ""),
  "503-once-an-order": oncePerAddress(respond(503, "")),
  "503-not-retryable": respond(503, faults.extended),
  "504-then-ok": inTurn(respond(504, ""), ok),
  "501": respond(501, faults.codeZero),
  "666": respond(666, "odd", {}, "text/plain"),

  "429-57": respond(429, faults.gateway, { "retry-after": "57" }),
  "429-57-then-5": inTurn(
    respond(429, "", { "retry-after": "57" }),
    respond(429, "", { "retry-after": "5" }),
  ),
  "429-soon-over-then-57-then-ok": inTurn(
    respond(429, "", { "retry-after-ms": "1" }),
    respond(429, "", { "retry-after": "57" }),
    ok,
  ),
  "429-0-then-ok": inTurn(respond(429, faults.gateway, { "retry-after": "0" }), ok),
  "429-none-then-ok": inTurn(respond(429, faults.gateway), ok),
  "429-date": ({ response }) => {
    response.writeHead(429, { "retry-after": secondsAgo(-57), date: secondsAgo(0) });
    response.end();
  },
  "429-past-date-then-ok": inTurn(({ response }) => {
    response.writeHead(429, { "retry-after": secondsAgo(1000), date: secondsAgo(0) });
    response.end();
  }, ok),
  "429-negative-then-ok": inTurn(respond(429, "", { "retry-after": "-5" }), ok),
  "429-absurd": respond(429, "", { "retry-after": "99999999999999999999" }),
  "429-iso-date-then-ok": inTurn(respond(429, "", { "retry-after": "2099-01-01T00:00:00Z" }), ok),
  "429-infinity-then-ok": inTurn(respond(429, "", { "retry-after": "Infinity" }), ok),
  "429-beyond-a-day-then-ok": inTurn(respond(429, "", { "retry-after": "86401" }), ok),
  "429-ms": respond(429, "", { "retry-after-ms": "30500", "retry-after": "57" }),
  "429-x-ms": respond(429, "", { "x-ms-retry-after-ms": "30500", "retry-after": "57" }),
  "429-doubled": respond(429, "", { "retry-after": ["57", "57"] }),

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
