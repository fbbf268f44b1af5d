import type { FetchOptions } from "../src/index.ts";
import { holds, rejection, renderings, same, sameProperties } from "./check.ts";
import { open, type Situation, type Stage, secret } from "./situation.ts";

/** A `fetch` of `createFetch`, with an address that it may ask. */
function openFetch(stage: Stage, behaviour = "ok", options: Partial<FetchOptions> = {}) {
  const { baseUrl, seen } = open(stage, behaviour);
  const fetch = stage.client.createFetch({ credential: secret, baseUrl, ...options });
  return { fetch, address: `${baseUrl}/v1/things`, seen };
}

/** Options as the platform has them: its types lack `duplex`, and what no platform knows. */
const optionsOf = (options: Record<string, unknown>) => options as RequestInit;

/** A request that is refused, and whose body is left as it was. */
const refused = (
  name: string,
  argument: string,
  problem: string,
  options: Record<string, unknown>,
): Situation => ({
  name: `createFetch refuses ${name}`,
  async run(stage) {
    const { fetch, address, seen } = openFetch(stage);
    const request = new Request(address, { method: "POST", body: "mine" });
    const error = await rejection(fetch(request, optionsOf(options)));
    sameProperties(error, { kind: "argument", argument, message: `${argument} ${problem}` });
    holds(!renderings(error).includes(secret), "the error tells no secret");
    same(request.bodyUsed, false, "whether the body was used");
    same(await request.text(), "mine", "body");
    same(await seen(), [], "requests");
  },
});

/** A stream of some bytes. */
const streamOf = (text: string) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });

/** A stream that never ends, and tells when it is cancelled. */
function endlessStream() {
  const state = { cancelled: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull: () => new Promise(() => {}),
    cancel() {
      state.cancelled += 1;
    },
  });
  return { state, body };
}

const half = { method: "POST", duplex: "half" };

/** What `createFetch` does with a request before it is sent. */
export const createFetches: readonly Situation[] = [
  refused(
    "a header that cannot be sent, by its name",
    "headers",
    'must be valid in HTTP, but "x-mine" is not',
    { headers: { accept: "text/plain", "x-mine": `a\r\nb: ${secret}` } },
  ),
  refused("a method that cannot be sent", "method", "must be an HTTP method that fetch sends", {
    method: "TRACE",
  }),
  refused("a body for GET", "body", "must be left out for GET", { method: "GET" }),
  refused("a stream without duplex", "duplex", 'must be "half" for a body that is a stream', {
    body: streamOf("stream"),
  }),
  refused("to follow redirects", "redirect", 'must be "manual": no redirect is followed', {
    redirect: "follow",
  }),
  refused("keepalive", "keepalive", "must be false: retries do not outlive the page", {
    keepalive: true,
  }),
  refused("integrity", "integrity", "must be left out: error responses do not match it", {
    integrity: "sha256-abc=",
  }),
  refused("no-cors", "mode", 'must not be "no-cors", which sends no token', { mode: "no-cors" }),
  refused("a window", "window", "must be null", { window: {} }),
  refused(
    "an id that cannot be sent",
    "requestId",
    "must be visible ASCII characters, such as a GUID",
    { headers: { "ms-requestid": "a b" } },
  ),
  {
    name: "createFetch refuses a body that was used",
    async run(stage) {
      const { fetch, address, seen } = openFetch(stage);
      const request = new Request(address, { method: "POST", body: "mine" });
      await request.text();
      const error = await rejection(fetch(request));
      sameProperties(error, { kind: "argument", argument: "body" });
      same(await seen(), [], "requests");
    },
  },
  {
    name: "createFetch refuses another origin and leaves the body as it was",
    async run(stage) {
      const { fetch } = openFetch(stage, "ok", { baseUrl: stage.addresses.closed });
      const request = new Request(stage.addresses.origin, { method: "POST", body: "mine" });
      sameProperties(await rejection(fetch(request)), { kind: "argument", argument: "input" });
      same(await request.text(), "mine", "body");
    },
  },
  {
    name: "createFetch sends the body of a stream and of a request",
    async run(stage) {
      const { fetch, address, seen } = openFetch(stage);
      await fetch(address, optionsOf({ ...half, body: streamOf("stream") }));
      const request = new Request(address, { method: "POST", body: "request" });
      await fetch(request, { headers: { "x-locale": "pl-PL" } });
      same(request.bodyUsed, true, "whether the body was used");
      const sent = await seen();
      same(
        sent.map(({ method, body }) => `${method} ${body}`),
        ["POST stream", "POST request"],
        "requests",
      );
      same(sent[1]?.headers["x-locale"], "pl-PL", "locale");
    },
  },
  {
    name: "createFetch limits the body of a request",
    async run(stage) {
      const { fetch, address, seen } = openFetch(stage, "ok", { maxBodySize: 1_000 });
      const body = "a".repeat(1_001);
      const error = await rejection(fetch(address, { method: "POST", body }));
      const message = "body must not be larger than maxBodySize, 1000 bytes";
      sameProperties(error, { kind: "argument", argument: "body", message });
      same(await seen(), [], "requests");
    },
  },
  {
    name: "a body of a request that stalls ends at the deadline",
    async run(stage) {
      const { fetch, address, seen } = openFetch(stage, "ok", { timeout: { total: 30 } });
      const { body, state } = endlessStream();
      const error = await rejection(fetch(address, optionsOf({ ...half, body })));
      sameProperties(error, { kind: "timeout", scope: "total", timeoutMs: 30, attempts: 0 });
      same(state.cancelled, 1, "times cancelled");
      same(await seen(), [], "requests");
    },
  },
  {
    name: "a body of a request that stalls ends with the signal",
    async run(stage) {
      const { fetch, address, seen } = openFetch(stage);
      const { body, state } = endlessStream();
      const controller = new AbortController();
      const { signal } = controller;
      const failure = rejection(fetch(address, optionsOf({ ...half, body, signal })));
      setTimeout(() => controller.abort("mine"), 20);
      same(await failure, "mine", "reason");
      same(state.cancelled, 1, "times cancelled");
      same(await seen(), [], "requests");
    },
  },
  {
    name: "a body of a request that breaks off is an error that names it",
    async run(stage) {
      const { fetch, address, seen } = openFetch(stage);
      const body = new ReadableStream({ pull: (stream) => stream.error(new Error("no disk")) });
      const error = await rejection(fetch(address, optionsOf({ ...half, body })));
      const message = "body could not be read: no disk";
      sameProperties(error, { kind: "argument", argument: "body", message });
      same(await seen(), [], "requests");
    },
  },
  {
    name: "createFetch takes null as no signal, also with a request",
    async run(stage) {
      const { fetch, address } = openFetch(stage);
      const request = new Request(address, { signal: AbortSignal.abort("mine") });
      same(await rejection(fetch(request)), "mine", "reason");
      same((await fetch(request, { signal: null })).status, 200, "status");
    },
  },
  {
    name: "createFetch passes cache and dispatcher on",
    async run(stage) {
      const given: Record<string, unknown>[] = [];
      const { fetch, address } = openFetch(stage, "ok", {
        fetch(
          url,
          { cache, dispatcher, redirect, ...init }: RequestInit & { dispatcher?: unknown },
        ) {
          given.push({ cache, dispatcher, redirect });
          return globalThis.fetch(url, init);
        },
      });
      const dispatcher = { name: "of undici" };
      await fetch(address, optionsOf({ cache: "no-store", dispatcher }));
      await fetch(new Request(address, { cache: "no-store" }));
      await fetch(new Request(address));
      same(
        given,
        [
          { cache: "no-store", dispatcher, redirect: "manual" },
          { cache: "no-store", dispatcher: undefined, redirect: "manual" },
          { cache: undefined, dispatcher: undefined, redirect: "manual" },
        ],
        "options",
      );
    },
  },
];
