import { describe, expect, it } from "vitest";
import { type Call, nextRequestId } from "../../src/transport/call.ts";
import { createFakeClient, headersOf, ids, reply } from "../fake-client.ts";

it("the id is kept until an answer came", () => {
  const settings = { environment: { newId: () => "new" } };
  // Of a call, no more than this is read.
  const next = (hasResponse: boolean) =>
    nextRequestId({ hasResponse, requestId: "old", settings } as Call);
  expect([next(false), next(true)]).toEqual(["old", "new"]);
});

describe("the rule of the vendor, as a table", () => {
  const answer = (status: number) => () => reply(status);
  const lost = () => Promise.reject(new TypeError("fetch failed"));
  const silence = () => new Promise<Response>(() => {});
  const cut = () =>
    new Response(new ReadableStream({ start: (controller) => controller.error(new Error("cut")) }));

  it.each([
    ["an answer, an answer", [answer(503), answer(500), answer(200)], "abc"],
    ["a timeout, a timeout", [silence, silence, answer(200)], "aaa"],
    ["a lost connection, a cut body", [lost, cut, answer(200)], "aaa"],
    ["an answer, a timeout", [answer(429), silence, answer(200)], "abb"],
    ["a timeout, an answer", [silence, answer(504), answer(200)], "aab"],
    ["a lost connection, an answer", [lost, answer(502), answer(200)], "aab"],
    ["a refused token, an answer", [answer(401), answer(408), answer(200)], "abc"],
  ])("%s", async (_, handlers, expected) => {
    let asked = 0;
    const { get, environment, sent } = createFakeClient(
      (_, __, n) => (handlers[n] ?? answer(200))(),
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
