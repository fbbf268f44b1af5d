import { expect, it } from "vitest";
import { createClient, createFetch } from "../../src/index.ts";
import { realEnvironment } from "../../src/transport/environment.ts";
import { readSettings, readTimeouts } from "../../src/transport/settings.ts";
import { rejection, sameMembers } from "../situations/check.ts";

/** Options as a caller in plain JavaScript may give them. */
const make = (options: object) => () =>
  createClient({ credential: "a-token", ...options } as Parameters<typeof createClient>[0]);

it.each([
  ["credential", { credential: "" }],
  ["credential", { credential: "two words" }],
  ["credential", { credential: "line\nbreak" }],
  ["credential", { credential: undefined }],
  ["credential", { credential: null }],
  ["credential", { credential: {} }],
  ["credential", { credential: { getToken: "no" } }],
  ["baseUrl", { baseUrl: "" }],
  ["baseUrl", { baseUrl: "/relative" }],
  ["baseUrl", { baseUrl: "http://example.com" }],
  ["baseUrl", { baseUrl: "http://localhost.example.com" }],
  ["baseUrl", { baseUrl: "http://127.0.0.1.example.com" }],
  ["baseUrl", { baseUrl: "https://user@example.com" }],
  ["baseUrl", { baseUrl: "https://:password@example.com" }],
  ["baseUrl", { baseUrl: "https://example.com/?a=b" }],
  ["baseUrl", { baseUrl: "https://example.com/#a" }],
  ["baseUrl", { baseUrl: "javascript:alert(1)" }],
  ["apiVersion", { apiVersion: "" }],
  ["apiVersion", { apiVersion: ".." }],
  ["apiVersion", { apiVersion: 1 }],
  ["headers", { headers: { "a b": "c" } }],
  ["headers", { headers: { a: "b\r\nc: d" } }],
  ["headers", { headers: [["a"]] }],
  ["timeout.attempt", { timeout: { attempt: 0 } }],
  ["timeout.attempt", { timeout: { attempt: -1 } }],
  ["timeout.total", { timeout: { total: Number.NaN } }],
  ["timeout.total", { timeout: { total: "soon" } }],
  ["retry.maxRetries", { retry: { maxRetries: -1 } }],
  ["retry.maxRetries", { retry: { maxRetries: Number.NaN } }],
  ["retry.maxRetries", { retry: { maxRetries: 1.5 } }],
  ["retry.maxRetries", { retry: { maxRetries: "2" } }],
  ["retry.maxRetries", { retry: { maxRetries: 101 } }],
  ["retry.maxRetries", { retry: { maxRetries: Number.POSITIVE_INFINITY } }],
  ["retry.minDelay", { retry: { minDelay: -1 } }],
  ["retry.minDelay", { retry: { minDelay: "250" } }],
  ["retry.minDelay", { retry: { minDelay: Number.POSITIVE_INFINITY } }],
  ["retry.maxDelay", { retry: { minDelay: 2, maxDelay: 1 } }],
  ["retry.maxDelay", { retry: { minDelay: 9_000 } }],
  ["retry.maxDelay", { retry: { maxDelay: "8000" } }],
])("%s is refused in %j", async (argument, options) => {
  sameMembers(await rejection(Promise.resolve().then(make(options))), {
    kind: "argument",
    argument,
    name: "ArgumentError",
  });
});

it.each([
  { baseUrl: "https://example.com" },
  { baseUrl: "https://example.com/gateway/" },
  { baseUrl: "http://localhost" },
  { baseUrl: "http://localhost:8080" },
  { baseUrl: "http://127.1.2.3:8080" },
  { baseUrl: "http://[::1]:8080/path" },
  { apiVersion: "2.1" },
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
    headers: { accept: "application/json" },
    timeout: { attempt: 30_000, total: 120_000 },
    retry: { maxRetries: 2, minDelay: 250, maxDelay: 8_000 },
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
