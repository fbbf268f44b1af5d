import { expect, it } from "vitest";
import { rejection, sameProperties } from "../../situations/check.ts";
import { type ClientOptions, createClient, createFetch } from "../../src/index.ts";
import { realEnvironment } from "../../src/transport/environment.ts";
import { readSettings, readTimeouts } from "../../src/transport/settings.ts";
import { validate } from "../../src/validate/index.ts";

/** Options as a caller in plain JavaScript may give them. */
const make = (options: object) => () =>
  createClient({ credential: "a-token", ...options } as Parameters<typeof createClient>[0]);

const baseUrlForm =
  'must be an https address such as "https://api.partnercenter.microsoft.com", without user, query and fragment; http is for loopback alone';
const versionForm =
  'must be without the version, such as "https://api.partnercenter.microsoft.com": apiVersion adds it';
const credentialForm =
  "must be a token, a function that gives one, or a credential with a getToken function";
const tokenForm = 'must be a token of visible ASCII characters, without "Bearer " or blanks';
const headersForm = 'must be an object such as { "x-locale": "en-US" }';
const timeoutForm = "must be an object such as { total: 5000 }, in milliseconds";
const limitForm = "must be a number of milliseconds above 0, or false";
const retryForm = "must be false or an object such as { maxRetries: 3 }";
const sizeForm = "must be a number of bytes above 0, or Infinity";
const countForm = "must be a whole number from 0 to 100";
const delayForm = "must be a number of milliseconds, 0 or more";
const capForm = "must be a number of milliseconds, at least minDelay";
const validateForm = "must be what validate() returns, as in { validate: validate() }";

// biome-ignore format: a table
it.each<[string, string, object]>([
  ["credential", `${credentialForm}, not an empty string`, { credential: "" }],
  ["credential", tokenForm, { credential: "two words" }],
  ["credential", tokenForm, { credential: "Bearer abc" }],
  ["credential", tokenForm, { credential: "line\nbreak" }],
  ["credential", `${credentialForm}, not undefined`, { credential: undefined }],
  ["credential", `${credentialForm}, not null`, { credential: null }],
  ["credential", `${credentialForm}, not an object`, { credential: {} }],
  ["credential", `${credentialForm}, not an object`, { credential: { getToken: "no" } }],
  ["scopes", "must be a string or an array of strings, not 5", { scopes: 5 }],
  ["scopes", "must be a string or an array of strings, not an empty string", { scopes: "" }],
  ["scopes", "must be a string or an array of strings, not an array", { scopes: [] }],
  ["baseUrl", baseUrlForm, { baseUrl: "" }],
  ["baseUrl", baseUrlForm, { baseUrl: "/relative" }],
  ["baseUrl", baseUrlForm, { baseUrl: "http://example.com" }],
  ["baseUrl", baseUrlForm, { baseUrl: "http://localhost.example.com" }],
  ["baseUrl", baseUrlForm, { baseUrl: "http://127.0.0.1.example.com" }],
  ["baseUrl", baseUrlForm, { baseUrl: "https://user@example.com" }],
  ["baseUrl", baseUrlForm, { baseUrl: "https://:password@example.com" }],
  ["baseUrl", baseUrlForm, { baseUrl: "https://example.com/?a=b" }],
  ["baseUrl", baseUrlForm, { baseUrl: "https://example.com/#a" }],
  ["baseUrl", baseUrlForm, { baseUrl: "javascript:alert(1)" }],
  ["baseUrl", 'must be a string such as "https://api.partnercenter.microsoft.com", not 5', { baseUrl: 5 }],
  ["baseUrl", versionForm, { baseUrl: "https://example.com/v1" }],
  ["baseUrl", versionForm, { baseUrl: "https://example.com/a/V2//" }],
  ["apiVersion", 'must not be "", "." or ".."', { apiVersion: "" }],
  ["apiVersion", 'must not be "", "." or ".."', { apiVersion: ".." }],
  ["apiVersion", 'must be a string such as "1", not 1', { apiVersion: 1 }],
  ["apiVersion", 'must be without the v, such as "1"', { apiVersion: "v1" }],
  ["fetch", "must be a function such as globalThis.fetch, not a string", { fetch: "x" }],
  ["fetch", "must be a function such as globalThis.fetch, not null", { fetch: null }],
  ["onEvent", "must be a function such as (event) => console.log(event.type), not an object", { onEvent: {} }],
  ["headers", 'must be valid in HTTP, but "a b" is not', { headers: { "a b": "c" } }],
  ["headers", 'must be valid in HTTP, but "a" is not', { headers: { a: "b\r\nc: d" } }],
  ["headers", `${headersForm}, not an array`, { headers: [5] }],
  ["headers", `${headersForm}, not a string`, { headers: "a: b" }],
  ["headers", "must not have authorization: credential sets it", { headers: { authorization: "Bearer s" } }],
  ["headers", "must not have Authorization: credential sets it", { headers: [["Authorization", "s"]] }],
  ["headers", "must not have authorization: credential sets it", { headers: new Headers({ Authorization: "s" }) }],
  ["headers", "must not have ms-requestid: the requestId of a call sets it", { headers: { "ms-requestid": "a" } }],
  ["headers", "must not have MS-CorrelationId: the correlationId of a call sets it", { headers: { "MS-CorrelationId": "a" } }],
  ["headers.a", "must be a string, not null", { headers: { a: null } }],
  ["headers.a", "must be a string, not an object", { headers: { a: {} } }],
  ["timeout", `${timeoutForm}, not 5000`, { timeout: 5000 }],
  ["timeout", `${timeoutForm}, not a string`, { timeout: "60000" }],
  ["timeout", `${timeoutForm}, not false`, { timeout: false }],
  ["timeout", `${timeoutForm}, not an array`, { timeout: [] }],
  ["timeout.attempt", `${limitForm}, not 0`, { timeout: { attempt: 0 } }],
  ["timeout.attempt", `${limitForm}, not -1`, { timeout: { attempt: -1 } }],
  ["timeout.attempt", `${limitForm}, not null`, { timeout: { attempt: null } }],
  ["timeout.total", `${limitForm}, not NaN`, { timeout: { total: Number.NaN } }],
  ["timeout.total", `${limitForm}, not a string`, { timeout: { total: "60000" } }],
  ["timeout.total", `${limitForm}, not true`, { timeout: { total: true } }],
  ["retry", `${retryForm}, not 5`, { retry: 5 }],
  ["retry", `${retryForm}, not true`, { retry: true }],
  ["retry", `${retryForm}, not null`, { retry: null }],
  ["maxBodySize", `${sizeForm}, not 0`, { maxBodySize: 0 }],
  ["maxBodySize", `${sizeForm}, not NaN`, { maxBodySize: Number.NaN }],
  ["maxBodySize", `${sizeForm}, not a string`, { maxBodySize: "10mb" }],
  ["maxBodySize", `${sizeForm}, not null`, { maxBodySize: null }],
  ["maxBodySize", `${sizeForm}, not false`, { maxBodySize: false }],
  ["retry.maxRetries", `${countForm}, not -1`, { retry: { maxRetries: -1 } }],
  ["retry.maxRetries", `${countForm}, not NaN`, { retry: { maxRetries: Number.NaN } }],
  ["retry.maxRetries", `${countForm}, not 1.5`, { retry: { maxRetries: 1.5 } }],
  ["retry.maxRetries", `${countForm}, not a string`, { retry: { maxRetries: "2" } }],
  ["retry.maxRetries", `${countForm}, not 101`, { retry: { maxRetries: 101 } }],
  ["retry.maxRetries", `${countForm}, not Infinity`, { retry: { maxRetries: Number.POSITIVE_INFINITY } }],
  ["retry.minDelay", `${delayForm}, not -1`, { retry: { minDelay: -1 } }],
  ["retry.minDelay", `${delayForm}, not a string`, { retry: { minDelay: "250" } }],
  ["retry.minDelay", `${delayForm}, not Infinity`, { retry: { minDelay: Number.POSITIVE_INFINITY } }],
  ["retry.maxDelay", `${capForm}, not 1`, { retry: { minDelay: 2, maxDelay: 1 } }],
  ["retry.maxDelay", `${capForm}, not 8000`, { retry: { minDelay: 9_000 } }],
  ["retry.maxDelay", `${capForm}, not a string`, { retry: { maxDelay: "8000" } }],
  ["retry.maxDelay", `${capForm}, not null`, { retry: { maxDelay: null } }],
  ["validate", `${validateForm}, not a function`, { validate }],
  ["validate", `${validateForm}, not true`, { validate: true }],
])("%s %s: %j is refused", async (argument, problem, options) => {
  sameProperties(await rejection(Promise.resolve().then(make(options))), {
    kind: "argument",
    argument,
    name: "ArgumentError",
    message: `${argument} ${problem}`,
  });
});

it.each([
  [undefined, "undefined"],
  [null, "null"],
  ["the-token", "a string"],
  [["the-token"], "an array"],
  [() => "the-token", "a function"],
])("createClient and createFetch refuse %j for their options", (options, given) => {
  const message = `options must be an object such as { credential }, not ${given}`;
  // Callers in plain JavaScript may give anything.
  expect(() => createClient(options as unknown as ClientOptions)).toThrow(message);
  expect(() => createFetch(options as unknown as ClientOptions)).toThrow(message);
});

it.each([
  [{ a: undefined, authorization: undefined, "x-locale": "pl" }, { "x-locale": "pl" }],
  [{ "MS-Contract-Version": "v2" }, { "ms-contract-version": "v2" }],
  [{ "MS-Contract-Version": undefined }, { "ms-contract-version": undefined }],
  [[["Accept", undefined] as [string, undefined]], { accept: undefined }],
])("adds headers to its own, which %j replaces or leaves out", (headers, expected) => {
  const settings = readSettings(
    // An iterable of pairs may hold undefined in plain JavaScript.
    { credential: "a-token", headers: headers as Record<string, string | undefined> },
    realEnvironment,
  );
  const own = { accept: "application/json", "ms-contract-version": "v1" };
  expect(settings.headers).toEqual(JSON.parse(JSON.stringify({ ...own, ...expected })));
});

it.each([
  { baseUrl: "https://example.com" },
  { baseUrl: "https://example.com/gateway/" },
  { baseUrl: "http://localhost" },
  { baseUrl: "http://localhost:8080" },
  { baseUrl: "http://127.1.2.3:8080" },
  { baseUrl: "http://[::1]:8080/path" },
  { baseUrl: "https://example.com/v1/partner" },
  { apiVersion: "2.1" },
  { scopes: ["a", "b"] },
  { validate: validate() },
  { validate: () => [] },
  { headers: [["x-locale", "pl"]] },
  { headers: new Headers({ "x-locale": "pl" }) },
  { timeout: {} },
  { timeout: { attempt: false, total: Number.POSITIVE_INFINITY } },
  { retry: false },
  { retry: { minDelay: 0, maxDelay: 0 } },
  { retry: { maxRetries: 0 } },
  { retry: { maxRetries: 100, maxDelay: Number.POSITIVE_INFINITY } },
])("%j is taken", (options) => {
  expect(make(options)).not.toThrow();
});

it("has the defaults that the documentation promises", () => {
  const settings = readSettings({ credential: "a-token" }, realEnvironment);
  expect(settings).toMatchObject({
    scopes: "https://api.partnercenter.microsoft.com/.default",
    headers: { accept: "application/json", "ms-contract-version": "v1" },
    timeout: { attempt: 30_000, total: 120_000 },
    retry: { maxRetries: 2, minDelay: 250, maxDelay: 8_000 },
    maxBodySize: 10_485_760,
    onEvent: undefined,
  });
  expect(readSettings({ credential: "t", retry: false }, realEnvironment).retry.maxRetries).toBe(0);
});

it("takes for a call what the call leaves out from the client", () => {
  const defaults = { attempt: 1, total: 2 };
  expect(readTimeouts(undefined, defaults)).toEqual(defaults);
  expect(readTimeouts({ attempt: 5 }, defaults)).toEqual({ attempt: 5, total: 2 });
  expect(readTimeouts({ total: false }, defaults)).toEqual({ attempt: 1, total: Infinity });
});

it("sends with the fetch that is global at that time", async () => {
  const real = globalThis.fetch;
  try {
    globalThis.fetch = async (url) => new Response(String(url));
    const response = await createFetch({ credential: "a-token", baseUrl: "https://example.com" })(
      "https://example.com/a",
    );
    expect(await response.text()).toBe("https://example.com/a");
  } finally {
    globalThis.fetch = real;
  }
});
