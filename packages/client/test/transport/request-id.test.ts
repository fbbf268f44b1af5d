import { describe, expect, it } from "vitest";
import { type Call, nextRequestId } from "../../src/transport/call.ts";
import { createFakeClient, headersOf, ids, reply } from "../fake-client.ts";

it("the id is kept until a response arrives", () => {
  const settings = { environment: { newId: () => "new" } };
  // Of a call, no more than this is read.
  const next = (hasResponse: boolean) =>
    nextRequestId({ hasResponse, requestId: "old", settings } as Call);
  expect([next(false), next(true)]).toEqual(["old", "new"]);
});

describe("the rule of the vendor, as a table", () => {
  const status = (status: number) => () => reply(status);
  const lost = () => Promise.reject(new TypeError("fetch failed"));
  const silence = () => new Promise<Response>(() => {});
  const cut = () =>
    new Response(new ReadableStream({ start: (controller) => controller.error(new Error("cut")) }));

  it.each([
    ["a response, a response", [status(503), status(500), status(200)], "abc"],
    ["a timeout, a timeout", [silence, silence, status(200)], "aaa"],
    ["a lost connection, a cut body", [lost, cut, status(200)], "aaa"],
    ["a response, a timeout", [status(429), silence, status(200)], "abb"],
    ["a timeout, a response", [silence, status(504), status(200)], "aab"],
    ["a lost connection, a response", [lost, status(502), status(200)], "aab"],
    ["a refused token, a response", [status(401), status(408), status(200)], "abc"],
  ])("%s", async (_, handlers, expected) => {
    let asked = 0;
    const { get, environment, sent } = createFakeClient(
      (_, __, n) => (handlers[n] ?? status(200))(),
      { credential: () => `token-${++asked}` },
    );
    const outcome = await environment.settle(get(ids, { requestId: "mine" }));
    const headers = sent.map(({ init }) => headersOf(init));
    const seen = headers.map((each) => each["ms-requestid"]);
    const letters = seen.map((id) => "abc"[[...new Set(seen)].indexOf(id)]).join("");
    expect(letters).toBe(expected);
    expect(seen[0]).toBe("mine");
    expect(new Set(headers.map((each) => each["ms-correlationid"])).size).toBe(1);
    expect(outcome).toMatchObject({ value: { sentRequestId: seen.at(-1) } });
  });
});
