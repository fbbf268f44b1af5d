import createOpenApiFetch from "openapi-fetch";
import { describe, expect, it } from "vitest";
import { rejection } from "../situations/check.ts";
import { createFetch } from "../src/index.ts";
import { headersOf, reply } from "./fake-client.ts";
import { turn } from "./fake-environment.ts";
import { base, fake } from "./fake-fetch.ts";

/** A response that no `Response` constructor makes. */
const odd = (status: number): Response =>
  Object.defineProperties(new Response("body"), {
    status: { value: status },
    ok: { value: false },
  });

describe("createFetch", () => {
  it.each([200, 204, 302, 304, 404, 500])("resolves for status %d", async (status) => {
    const { fetch, environment } = fake(() => reply(status));
    const outcome = await environment.settle(fetch(`${base}/v1/things`));
    expect(outcome).toMatchObject({ status: "fulfilled", value: { status } });
  });

  it.each([0, 666])("keeps a status that is odd: %d", async (status) => {
    const { fetch } = fake(() => odd(status));
    const response = await fetch(`${base}/v1/things`);
    expect(response.status).toBe(status);
    expect(response.ok).toBe(false);
    expect(await response.text()).toBe("body");
  });

  it("keeps bytes as they are", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const { fetch } = fake(() => new Response(bytes, { statusText: "fine" }));
    const response = await fetch(new URL(`${base}/v1/things`));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(response.statusText).toBe("fine");
  });

  it("sends method, headers and body of the caller, but a token and ids of its own", async () => {
    const { fetch, sent } = fake(() => reply());
    await fetch(`${base}/v1/things`, {
      method: "POST",
      body: new URLSearchParams({ a: "b" }),
      headers: { authorization: "Basic abc", "ms-correlationid": "mine", accept: "text/plain" },
    });
    expect(sent[0]?.method).toBe("POST");
    expect(new TextDecoder().decode(sent[0]?.body as ArrayBuffer)).toBe("a=b");
    expect(headersOf(sent[0])).toEqual({
      accept: "text/plain",
      "ms-contract-version": "v1",
      "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
      authorization: "Bearer the-token",
      "ms-correlationid": "mine",
      "ms-requestid": "id-1",
    });
  });

  it("does not repeat a request that changes something", async () => {
    const { fetch, sent, environment } = fake(() => reply(503));
    await environment.settle(fetch(`${base}/v1/things`, { method: "PATCH", body: "{}" }));
    expect(sent).toHaveLength(1);
  });

  it("gives a response to a call that was not sent", async () => {
    const { fetch, sent, environment } = fake(() => reply(429, {}, { "retry-after": "300" }));
    await environment.settle(fetch(`${base}/v1/customers/c/orders/o`));
    const response = await fetch(`${base}/v1/customers/c/orders/p`);
    expect(sent).toHaveLength(1);
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("300");
  });

  it("keeps to the caller's signal", async () => {
    const { fetch } = fake(() => new Promise(() => {}));
    const controller = new AbortController();
    const failure = rejection(fetch(`${base}/v1/things`, { signal: controller.signal }));
    controller.abort("mine");
    expect(await failure).toBe("mine");
  });

  it("keeps to the signal of a request, too", async () => {
    const { fetch } = fake(() => new Promise(() => {}));
    const controller = new AbortController();
    const request = new Request(`${base}/v1/things`, { signal: controller.signal });
    const failure = rejection(fetch(request));
    controller.abort("mine");
    expect(await failure).toBe("mine");
  });

  it("keeps to the signal of a polyfill, too", async () => {
    const { fetch, kinds } = fake(() => new Promise(() => {}));
    const listeners = new Set<() => void>();
    const signal = {
      aborted: false,
      addEventListener: (_: string, listener: () => void) => listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
    };
    // What the platform's own fetch would refuse.
    const init = { method: "POST", body: "a", signal: signal as unknown as AbortSignal };
    const failure = rejection(fetch(`${base}/v1/things`, init));
    await turn();
    signal.aborted = true;
    for (const listener of listeners) listener();
    expect(await failure).toMatchObject({ name: "AbortError" });
    expect(kinds).toEqual(["aborted"]);
    expect(listeners.size).toBe(0);
  });

  it("leaves no listener on the caller's signal", async () => {
    const { fetch } = fake(() => reply());
    const { signal } = new AbortController();
    const listeners: unknown[] = [];
    Object.assign(signal, {
      addEventListener: (_: string, listener: unknown) => listeners.push(listener),
      removeEventListener: (_: string, listener: unknown) =>
        listeners.splice(listeners.indexOf(listener), 1),
    });
    await fetch(`${base}/v1/things`, { signal });
    expect(listeners).toEqual([]);
  });

  it.each([
    "https://elsewhere.example/v1/things",
    `${base}.elsewhere.example/`,
    "http://api.partnercenter.microsoft.com/v1/things",
    "/relative",
    "data:,a",
  ])("refuses %s", async (address) => {
    const { fetch, sent } = fake(() => reply());
    expect(await rejection(fetch(address))).toMatchObject({ kind: "argument", argument: "input" });
    expect(sent).toHaveLength(0);
  });

  it("refuses ids that no header can carry", async () => {
    const { fetch } = fake(() => reply());
    const spaced = { headers: { "ms-requestid": "a b" } };
    expect(await rejection(fetch(`${base}/a`, spaced))).toMatchObject({ argument: "requestId" });
  });

  it("reports a failure as an event", async () => {
    const kinds: unknown[] = [];
    const fetch = createFetch({
      credential: "the-token",
      retry: false,
      fetch: () => Promise.reject(new Error("down")),
      onEvent: (event) => event.type === "error" && kinds.push(event.kind),
    });
    expect(await rejection(fetch(`${base}/a`))).toMatchObject({ kind: "connection" });
    expect(kinds).toEqual(["connection"]);
  });

  it("sends through the dispatcher that Node's fetch is given", async () => {
    const dispatched: unknown[] = [];
    const dispatcher = {
      dispatch({ origin, path }: Record<string, unknown>) {
        dispatched.push(`${origin}${path}`);
        throw new Error("not this way");
      },
    };
    const fetch = createFetch({ credential: "the-token", retry: false });
    // An option of Node's alone.
    const error = await rejection(fetch(`${base}/a`, { dispatcher } as RequestInit));
    expect(error).toMatchObject({ kind: "connection", reason: "network" });
    expect(dispatched).toEqual([`${base}/a`]);
  });

  it("works with another's openapi-fetch", async () => {
    const { fetch, sent, environment } = fake((n) => reply(n ? 200 : 503));
    // Any paths: this is about the fetch beneath.
    const client = createOpenApiFetch<
      Record<
        string,
        { get: { responses: { 200: { content: { "application/json": { id: string } } } } } }
      >
    >({ baseUrl: base, fetch });
    const outcome = await environment.settle(client.GET("/v1/things", {}));
    expect(outcome).toMatchObject({ value: { data: { id: "order" } } });
    expect(sent).toHaveLength(2);
  });
});
