import { describe, expect, it, vi } from "vitest";
import * as errors from "../src/index.ts";

const call = {
  method: "GET",
  path: "/v1/customers/c/orders/o",
  attempts: 1,
  requestId: "r",
  correlationId: "c",
  sentRequestId: "sr",
  sentCorrelationId: "sc",
};
const headers = new Headers({ "MS-CV": "a.0" });

/** One of each kind, made by some copy of the module. */
const each = ({
  ApiError,
  ArgumentError,
  ConnectionError,
  CredentialError,
  InvalidResponseError,
  TimeoutError,
}: typeof errors) => ({
  api: new ApiError("no", {
    ...call,
    status: 404,
    code: "1",
    description: "no",
    data: [],
    source: "s",
    snippet: undefined,
    headers,
    retryAfterMs: 1,
    hint: "h",
  }),
  "invalid-response": new InvalidResponseError("no", {
    ...call,
    status: 200,
    contentType: "a",
    snippet: "b",
    headers,
    violations: [],
  }),
  timeout: new TimeoutError("no", { ...call, scope: "total", timeoutMs: 5 }),
  connection: new ConnectionError(
    "no",
    { ...call, reason: "network", code: "ECONNRESET" },
    Object.assign(new Error("why"), { code: "ECONNRESET" }),
  ),
  credential: new CredentialError("no", call, new Error("why")),
  argument: new ArgumentError("no", { argument: "orderId" }),
});

const guards = {
  api: errors.isApiError,
  "invalid-response": errors.isInvalidResponseError,
  timeout: errors.isTimeoutError,
  connection: errors.isConnectionError,
  credential: errors.isCredentialError,
  argument: errors.isArgumentError,
};

describe("the guards", () => {
  it.each(["this copy", "another copy"])("know the errors of %s of the package", async (which) => {
    if (which === "another copy") vi.resetModules();
    const copy = await import("../src/index.ts");
    expect(copy === errors).toBe(which === "this copy");
    for (const [kind, error] of Object.entries(each(copy))) {
      expect(errors.isPartnerCenterError(error)).toBe(true);
      for (const [guarded, guard] of Object.entries(guards)) {
        expect(guard(error)).toBe(kind === guarded);
      }
    }
  });

  it.each([undefined, null, 5, "api", {}, new Error("api"), { kind: "api" }])(
    "do not take %s for one",
    (value) => {
      expect(errors.isPartnerCenterError(value)).toBe(false);
      for (const guard of Object.values(guards)) expect(guard(value)).toBe(false);
    },
  );
});

describe("an error", () => {
  it("names itself, its kind, the request and the cause", () => {
    const { connection, argument, api } = each(errors);
    expect(String(connection)).toBe("ConnectionError: GET /v1/customers/c/orders/o: no");
    expect(connection).toBeInstanceOf(errors.PartnerCenterError);
    expect(connection.cause).toMatchObject({ message: "why" });
    expect(String(argument)).toBe("ArgumentError: no");
    expect("cause" in api).toBe(false);
  });

  it("is plain data for logs, with its message, headers and cause", () => {
    const { api, connection } = each(errors);
    expect(JSON.parse(JSON.stringify(connection))).toEqual({
      ...call,
      name: "ConnectionError",
      kind: "connection",
      message: "GET /v1/customers/c/orders/o: no",
      reason: "network",
      code: "ECONNRESET",
      cause: { message: "why", code: "ECONNRESET" },
    });
    expect(api.toJSON()).toMatchObject({ ...call, headers: { "ms-cv": "a.0" } });
    expect(api.toJSON()).not.toHaveProperty("cause");
  });

  it("has a message of one line, without control characters", () => {
    const message = "a\r\n\u0000\u001b[31mb\u2028c\u0085d\u007f";
    expect(new errors.ArgumentError(message, { argument: "a" }).message).toBe("a [31mb c d ");
  });

  it.each([
    ["a".repeat(2_000), "a".repeat(2_000)],
    ["a".repeat(2_001), `${"a".repeat(1_997)}…`],
    ["🙂".repeat(501), `${"🙂".repeat(499)}…`],
  ])("has a message of at most 2 kB: %#", (message, expected) => {
    const { message: given } = new errors.ArgumentError(message, { argument: "a" });
    expect(given).toBe(expected);
    expect(new TextEncoder().encode(given).length).toBeLessThanOrEqual(2_000);
  });
});
