import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { rejection } from "../situations/check.ts";
import { headersOf, reply } from "./fake-client.ts";
import { base, fake } from "./fake-fetch.ts";

/** A body that never ends, and counts how often it is cancelled. */
function endless() {
  const state = { cancelled: 0 };
  const body = new ReadableStream({
    pull: () => new Promise(() => {}),
    cancel() {
      state.cancelled += 1;
    },
  });
  return { state, body };
}

/** A request that has not been read yet. */
const post = (init: RequestInit = {}) =>
  new Request(`${base}/a`, { method: "POST", body: "mine", ...init });
const half = { method: "POST", duplex: "half" };
const stream = () => new Response("stream").body;

describe("the error of a request that is refused", () => {
  it.each<[string, string, Record<string, unknown> | string]>([
    ["headers", 'must be valid in HTTP, but "a b" is not', { headers: { x: "y", "a b": "c" } }],
    ["headers", 'must be valid in HTTP, but "a" is not', { headers: [["a", "b\nc"]] }],
    [
      "headers",
      'must be an object such as { accept: "text/plain" }, not a string',
      { headers: "a: b" },
    ],
    ["headers", 'must be valid in HTTP, but "a" is not', { headers: [["a"]] }],
    ["method", "must be an HTTP method that fetch sends", { method: "TRACE" }],
    ["method", "must be an HTTP method that fetch sends", { method: "a b" }],
    ["method", 'must be a string such as "POST", not 5', { method: 5 }],
    ["body", "must be left out for GET", { method: "get" }],
    ["body", "must be left out for HEAD", { method: "HEAD" }],
    ["body", "must be a body that fetch can send", { body: Symbol("a") }],
    ["duplex", 'must be "half" for a body that is a stream', { body: stream() }],
    ["duplex", 'must be "half" for a body that is a stream', { body: stream(), duplex: "full" }],
    ["duplex", 'must be "half" for a body that is a stream', { body: (async function* () {})() }],
    ["redirect", 'must be "manual": no redirect is followed', { redirect: "follow" }],
    ["redirect", 'must be "manual": no redirect is followed', { redirect: "error" }],
    ["keepalive", "must be false: retries do not outlive the page", { keepalive: true }],
    ["integrity", "must be left out: error responses do not match it", { integrity: "sha256-a" }],
    ["mode", 'must not be "no-cors", which sends no token', { mode: "no-cors" }],
    ["mode", "must be a value that fetch accepts", { mode: "navigate" }],
    ["cache", "must be a value that fetch accepts", { cache: "some" }],
    ["window", "must be null", { window: "a" }],
    [
      "signal",
      "must be an AbortSignal such as controller.signal, not an object",
      { signal: new AbortController() },
    ],
    ["init", "must be an object such as { method }, not a string", "POST"],
  ])("names %s, which %s", async (argument, problem, init) => {
    const { fetch, sent } = fake(() => reply());
    const request = post();
    // Callers in plain JavaScript may give anything.
    const error = await rejection(fetch(request, init as RequestInit));
    expect(error).toMatchObject({ kind: "argument", argument, message: `${argument} ${problem}` });
    expect(request.bodyUsed).toBe(false);
    expect(sent).toHaveLength(0);
  });

  it.each([
    ["redirect", post({ redirect: "error" })],
    ["keepalive", post({ keepalive: true })],
    ["integrity", post({ integrity: "sha256-a" })],
    ["mode", post({ mode: "no-cors" })],
  ])("names %s of a Request, too", async (argument, request) => {
    const { fetch } = fake(() => reply());
    expect(await rejection(fetch(request))).toMatchObject({ kind: "argument", argument });
    expect(request.bodyUsed).toBe(false);
  });

  it("names a body that was used or is locked", async () => {
    const { fetch, sent } = fake(() => reply());
    const used = post();
    await used.text();
    expect(await rejection(fetch(used))).toMatchObject({ message: "body was already read" });
    const body = stream();
    body?.getReader();
    const error = await rejection(fetch(`${base}/a`, { ...half, body }));
    expect(error).toMatchObject({ message: "body must not be locked" });
    expect(sent).toHaveLength(0);
    const { status } = await fetch(used, { body: "another" });
    expect(status).toBe(200);
  });

  it("names a Request in the place of options", async () => {
    const { fetch } = fake(() => reply());
    const message = "init must be options: pass a Request as input";
    expect(await rejection(fetch(`${base}/a`, post()))).toMatchObject({
      argument: "init",
      message,
    });
  });

  it("does not tell the value of a header", async () => {
    const { fetch } = fake(() => reply());
    const error = await rejection(fetch(`${base}/a`, { headers: { cookie: "hid\nden" } }));
    expect(inspect(error)).not.toMatch(/hid|den/);
  });
});

describe("the body of a request", () => {
  it.each<[string, BodyInit, string]>([
    ["a string", "text", "text/plain;charset=UTF-8"],
    ["bytes", new TextEncoder().encode("text"), ""],
    ["a blob", new Blob(["text"], { type: "a/b" }), "a/b"],
  ])("may be %s", async (_, body, type) => {
    const { fetch, sent } = fake(() => reply());
    await fetch(`${base}/a`, { method: "POST", body });
    expect(new TextDecoder().decode(sent[0]?.body as Uint8Array)).toBe("text");
    expect(headersOf(sent[0])["content-type"] ?? "").toBe(type);
  });

  it("may be a stream", async () => {
    const { fetch, sent } = fake(() => reply());
    await fetch(`${base}/a`, { ...half, body: stream() });
    expect(new TextDecoder().decode(sent[0]?.body as Uint8Array)).toBe("stream");
  });

  it("is that of the Request, unless options have one", async () => {
    const { fetch, sent } = fake(() => reply());
    await fetch(post({ headers: { "content-type": "a/b", "x-mine": "c" } }));
    await fetch(post(), { body: "another", headers: { "x-mine": "d" } });
    await fetch(post(), { body: null });
    expect(sent.map(({ body }) => new TextDecoder().decode(body as Uint8Array))).toEqual([
      "mine",
      "another",
      "mine",
    ]);
    expect(headersOf(sent[0])).toMatchObject({ "content-type": "a/b", "x-mine": "c" });
    expect(headersOf(sent[1])).toMatchObject({ "x-mine": "d" });
  });

  it("is at most as large as maxBodySize", async () => {
    const { fetch, sent } = fake(() => reply(204), { maxBodySize: 4 });
    expect((await fetch(`${base}/a`, { method: "PUT", body: "1234" })).status).toBe(204);
    const error = await rejection(fetch(`${base}/a`, { method: "PUT", body: "12345" }));
    const message = "body must not be larger than maxBodySize, 4 bytes";
    expect(error).toMatchObject({ kind: "argument", argument: "body", message });
    expect(sent).toHaveLength(1);
  });

  it("ends at the deadline, and is cancelled", async () => {
    const { fetch, sent, environment, kinds } = fake(() => reply(), { timeout: { total: 500 } });
    const { body, state } = endless();
    const outcome = await environment.settle(fetch(`${base}/a`, { ...half, body }));
    const reason = { kind: "timeout", scope: "total", timeoutMs: 500, attempts: 0, path: "/a" };
    expect(outcome).toMatchObject({ reason });
    expect(state.cancelled).toBe(1);
    expect(kinds).toEqual(["timeout"]);
    expect(sent).toHaveLength(0);
    expect(environment.timers()).toBe(0);
  });

  it("ends with the signal, and is cancelled", async () => {
    const { fetch, sent, kinds } = fake(() => reply());
    const { body, state } = endless();
    const controller = new AbortController();
    const { signal } = controller;
    const failure = rejection(fetch(`${base}/a`, { ...half, body, signal }));
    controller.abort("mine");
    expect(await failure).toBe("mine");
    expect(state.cancelled).toBe(1);
    expect(kinds).toEqual(["aborted"]);
    expect(sent).toHaveLength(0);
  });

  it("is left alone when the signal was aborted before", async () => {
    const { fetch } = fake(() => reply());
    const request = post({ signal: AbortSignal.abort("mine") });
    expect(await rejection(fetch(request))).toBe("mine");
    expect(request.bodyUsed).toBe(false);
  });

  it.each([
    [
      "could not be read: no disk",
      () => {
        throw new Error("no disk");
      },
    ],
    [
      "must be a stream of bytes",
      (controller: ReadableStreamDefaultController) => controller.enqueue("a"),
    ],
  ])("that %s is an error of its own", async (problem, pull) => {
    const { fetch, sent, kinds } = fake(() => reply());
    const body = new ReadableStream({ pull });
    const error = await rejection(fetch(`${base}/a`, { ...half, body }));
    expect(error).toMatchObject({ kind: "argument", argument: "body", message: `body ${problem}` });
    expect(kinds).toEqual(["argument"]);
    expect(sent).toHaveLength(0);
  });
});

describe("options", () => {
  it("are those of the fetch beneath", async () => {
    const { fetch, sent } = fake(() => reply());
    const dispatcher = { dispatch() {} };
    const options = { dispatcher, cache: "no-store", credentials: "omit", cf: { a: 1 } };
    await fetch(`${base}/a`, { ...options, method: "GET", redirect: "manual" } as RequestInit);
    expect(sent[0]).toMatchObject({ ...options, redirect: "manual" });
    expect(sent[0]).not.toHaveProperty("duplex");
  });

  it("of a Request are passed on when they are not the usual ones", async () => {
    const { fetch, sent } = fake(() => reply());
    await fetch(post({ cache: "reload", credentials: "include", referrerPolicy: "no-referrer" }));
    await fetch(post());
    expect(sent[0]).toMatchObject({
      cache: "reload",
      credentials: "include",
      referrerPolicy: "no-referrer",
    });
    const usual = ["body", "headers", "method", "redirect", "signal"];
    expect(Object.keys(sent[1] ?? {}).sort()).toEqual(usual);
  });

  it("that are undefined are as if they were left out", async () => {
    const { fetch, sent } = fake(() => reply());
    const init = { method: undefined, headers: undefined, redirect: undefined, cache: undefined };
    // As plain JavaScript may have it.
    await fetch(post(), init as object);
    expect(sent[0]?.method).toBe("POST");
    expect(sent[0]).not.toHaveProperty("cache");
  });

  it("may be null", async () => {
    const { fetch } = fake(() => reply());
    expect((await fetch(`${base}/a`, null as unknown as RequestInit)).status).toBe(200);
  });

  it("turn the signal of a Request off with null", async () => {
    const { fetch } = fake(() => reply());
    const request = post({ signal: AbortSignal.abort("mine") });
    expect((await fetch(request, { signal: null })).status).toBe(200);
  });
});
