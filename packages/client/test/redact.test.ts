import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { renderings } from "../situations/check.ts";
import type { ClientEvent } from "../src/index.ts";
import { createRedact, nameProviderError, redactCause } from "../src/redact.ts";
import { createFakeClient, ids, reply } from "./fake-client.ts";

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
  // Stack frames say nothing here, and cost most of the time.
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
    fc.asyncProperty(secret, fc.nat(leaks.length - 1), async (chosen, way) => {
      [token, leak, seen] = [chosen, way, []];
      await get(ids).catch((error: unknown) => seen.push(error));
      expect(seen.length).toBeGreaterThan(2);
      for (const each of seen) {
        if (renderings(each).includes(token)) throw new Error(`found in ${renderings(each)}`);
      }
    }),
    { numRuns: 10_000 },
  );
});

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

describe("createRedact", () => {
  it("takes out every secret, every time, and nothing else", () => {
    const redact = createRedact(["one-secret", "two$&secret"]);
    expect(redact("one-secret, two$&secret, one-secret")).toBe(
      "[redacted], [redacted], [redacted]",
    );
    expect(redact("one secret")).toBe("one secret");
  });

  it("takes out a secret once, however often it was used, and also one that begins another", () => {
    expect(createRedact(["redacted", "redacted"])("redacted")).toBe("[redacted]");
    expect(createRedact(["a-secret", "a-secret-and-more"])("a-secret-and-more")).toBe("[redacted]");
  });

  it("does not search for what has under 8 characters", () => {
    const redact = createRedact(["test", "1234567", "12345678"]);
    expect(redact("a test of 1234567 and 12345678")).toBe("a test of 1234567 and [redacted]");
    expect(createRedact([])("anything")).toBe("anything");
  });

  it.each([
    ["percent-encoded", "a t0ken%2bwith%2Fsigns%3D%26%22 b", "a [redacted] b"],
    ["as a form encodes it", new URLSearchParams({ a: 't0ken+with/signs=&"' }), "a=[redacted]"],
    ["percent-encoded in full", "%74%30%6b%65%6E%2B%77%69%74%68/signs=&%22", "[redacted]"],
    ["escaped as in JSON", JSON.stringify(['t0ken+with/signs=&"']), '["[redacted]"]'],
    ["escaped as .NET does it", '"t0ken\\u002Bwith/signs=\\u0026\\u0022"', '"[redacted]"'],
    ["escaped as PHP does it", '"t0ken+with\\/signs=&\\""', '"[redacted]"'],
    [
      "escaped in JSON in JSON",
      JSON.stringify(JSON.stringify('t0ken+with/signs=&"')),
      '""[redacted]""',
    ],
    [
      "percent-encoded JSON",
      encodeURIComponent(JSON.stringify('t0ken+with/signs=&"')),
      '"[redacted]"',
    ],
    ["raw beside encoded", 't0ken+with/signs=&" t0ken%2Bwith/signs=&"', "[redacted] [redacted]"],
  ])("finds a secret %s", (_, text, expected) => {
    expect(createRedact(['t0ken+with/signs=&"'])(String(text))).toBe(expected);
  });

  it("leaves a string with escapes but without a secret as it is", () => {
    const text = '{"a":"100%25 \\"b\\" \\u0041"}';
    expect(createRedact(["the-secret"])(text)).toBe(text);
  });

  it("finds 2,000 secrets in base64, whatever is before and after them", () => {
    const part = fc.string({ unit: fc.constantFrom(...visible), maxLength: 5 });
    const secret = fc.string({ unit: fc.constantFrom(...visible), minLength: 8, maxLength: 60 });
    fc.assert(
      fc.property(part, secret, part, (before, chosen, after) => {
        const encoded = Buffer.from(before + chosen + after);
        for (const alphabet of ["base64", "base64url"] as const) {
          const redacted = createRedact([chosen])(`a: ${encoded.toString(alphabet)}!`);
          const [, left = ""] = /^a: ([\w+/-]*)\[redacted\]/.exec(redacted) ?? [];
          expect(redacted).toMatch(/^a: [\w+/-]*\[redacted\][\w+/=-]*!$/);
          // At most the bits that the first character of the secret shares with its neighbour.
          expect(left.length).toBeLessThanOrEqual(Math.ceil((before.length * 4) / 3) + 1);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds a long token in a large body of escapes", () => {
    const token = "t0ken+with/signs=".repeat(1_000);
    const text = `${"%x\\".repeat(100_000)}${encodeURIComponent(token)}`;
    expect(createRedact([token])(text)).toBe(`${"%x\\".repeat(100_000)}[redacted]`);
  });
});

describe("nameProviderError", () => {
  const guid = "3f9b1c60-7a2d-4e88-a5d1-c04e6b92f713";
  const secrets = [
    "client_id=a&client_secret=abC8Q~012345678&grant_type=client_credentials",
    "password hunter2 is wrong",
    "Server=db.example;User Id=admin;Password=p4ss",
    `identifier '${guid}' was not found`,
  ];

  it.each(secrets)("quotes nothing of: %s", (message) => {
    const cause = new Error(message);
    const error = Object.assign(new TypeError(message, { cause }), {
      code: message,
      config: message,
    });
    expect(nameProviderError(error).message).toBe("TypeError");
    expect(inspect(nameProviderError(error), { showHidden: true, depth: 9 })).not.toContain(
      message,
    );
    expect(nameProviderError(message).message).toBe("an error");
    expect(nameProviderError({ name: message, code: message, message }).message).toBe("an error");
  });

  it.each<[unknown, string]>([
    [new Error(`AADSTS7000215: Invalid secret for ${guid}`), "Error AADSTS7000215"],
    [new Error("AADSTS70002: no. AADSTS50126: no"), "Error AADSTS70002 AADSTS50126"],
    ["AADSTS50076: use MFA", "AADSTS50076"],
    [{ name: "ClientAuthError", code: "AADSTS50076" }, "ClientAuthError AADSTS50076"],
    [
      Object.assign(new TypeError("fetch failed"), {
        cause: Object.assign(new Error("x"), { code: "ENOTFOUND" }),
      }),
      "TypeError ENOTFOUND",
    ],
    [Object.assign(new Error("x"), { code: "CERT_HAS_EXPIRED" }), "Error CERT_HAS_EXPIRED"],
    [new DOMException("x", "AbortError"), "AbortError"],
    [undefined, "an error"],
    [5, "an error"],
  ])("names %s: %s", (thrown, expected) => {
    expect(nameProviderError(thrown).message).toBe(expected);
  });

  it("survives what cannot be read", () => {
    const unreadable = {
      get name() {
        throw new Error("no");
      },
    };
    expect(nameProviderError(unreadable).message).toBe("an error");
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
