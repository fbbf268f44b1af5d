import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ClientEvent } from "../src/index.ts";
import { createRedact, redactCause, redactProvider } from "../src/redact.ts";
import { createFakeClient, ids, reply } from "./fake-client.ts";
import { renderings } from "./situations/check.ts";

/** Ways in which a service or a platform may give a token back. */
const leaks: readonly ((token: string) => Response | Promise<Response>)[] = [
  (token) => reply(403, { code: token, description: `x${token}y`, data: [token], source: token }),
  (token) => reply(401, {}, { "www-authenticate": `Bearer ${token}`, "ms-requestid": token }),
  (token) => reply(500, { message: token, [token]: token }),
  (token) => new Response(`<p>${token}`, { status: 502, statusText: token }),
  (token) => new Response(null, { status: 401, statusText: token }),
  (token) => new Response(`${token}${token}`, { headers: { "content-type": token } }),
  (token) => reply(200, [token]),
  (token) => reply(200, { code: 1, description: token }),
  (token) => reply(200, { id: token }, { "ms-requestid": token, "ms-correlationid": `${token},b` }),
  (token) => new Response(" ".repeat(250) + token),
  (token) => Promise.reject(new TypeError(`Headers: "Bearer ${token}" is invalid`)),
  (token) => Promise.reject(Object.assign(new Error("x"), { code: token, config: { token } })),
  (token) => Promise.reject({ message: "x", cause: { message: "y", cause: token } }),
  (token) => Promise.reject(token),
];

const visible = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index));

it("10,000 secrets: none is found in any rendering of any error or event", async () => {
  // Frames tell nothing here, and cost most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  onTestFinished(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });
  let token = "";
  let leak = 0;
  let seen: unknown[] = [];
  const { get } = createFakeClient(() => leaks[leak]?.(token) ?? reply(), {
    credential: () => token,
    retry: false,
    onEvent: (event: ClientEvent) => seen.push(event),
  });
  const secret = fc.string({ unit: fc.constantFrom(...visible), minLength: 12, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(secret, fc.nat(leaks.length - 1), async (drawn, way) => {
      [token, leak, seen] = [drawn, way, []];
      await get(ids).catch((error: unknown) => seen.push(error));
      expect(seen.length).toBeGreaterThan(2);
      for (const each of seen) {
        if (renderings(each).includes(token)) throw new Error(`found in ${renderings(each)}`);
      }
    }),
    { numRuns: 10_000 },
  );
}, 60_000);

it.each(leaks.map((leak, index) => [index, leak] as const))(
  "node's inspect shows no token: %d",
  async (_, leak) => {
    const token = "a-token'with`signs$&and~more";
    const { get, events } = createFakeClient(() => leak(token), {
      credential: token,
      retry: false,
    });
    const [outcome] = await Promise.allSettled([get(ids)]);
    const shown = inspect([outcome?.status === "rejected" && outcome.reason, events], {
      depth: 9,
      showHidden: true,
    });
    expect(shown).not.toContain(token);
    expect(shown).not.toContain("signs$&and");
  },
);

it("createRedact takes out every secret, every time, and nothing else", () => {
  const redact = createRedact(["one-secret", "two$&secret"]);
  expect(redact("one-secret, two$&secret, one-secret")).toBe("[redacted], [redacted], [redacted]");
  expect(redact("one secret")).toBe("one secret");
});

describe("redactProvider", () => {
  it.each([
    "AADSTS700016: Application with identifier '3f9b1c60-7a2d-4e88-a5d1-c04e6b92f713' was not found",
    "getaddrinfo ENOTFOUND login.microsoftonline.com",
  ])("leaves %s", (words) => expect(redactProvider(words)).toBe(words));

  it("takes out what is longer than a GUID", () => {
    expect(redactProvider(`client_secret=${"a1~_".repeat(10)}!`)).toBe("[redacted]!");
  });
});

describe("redactCause", () => {
  const redact = createRedact([]);

  it("stops after five causes, also in a circle", () => {
    const circle = new Error("round");
    circle.cause = circle;
    expect(redactCause(circle, redact).message).toBe("round: round: round: round: round");
  });
});
