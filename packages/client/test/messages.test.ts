import { expect, it } from "vitest";
import {
  type ClientOptions,
  createClient,
  createFetch,
  isPartnerCenterError,
  type PartnerCenterError,
} from "../src/index.ts";
import { createTestFetch, type TestResponse } from "../src/testing/index.ts";

/** What a call rejects with when the service responds that way. */
async function failure(
  response: TestResponse,
  options: Partial<ClientOptions> = {},
  orderId = "b",
): Promise<PartnerCenterError> {
  const fetch = createTestFetch(response);
  try {
    const client = createClient({ credential: "test", fetch, retry: false, ...options });
    await client.getOrder({ customerId: "a", orderId });
  } catch (error) {
    if (isPartnerCenterError(error)) return error;
  }
  throw new Error("No error of this package came");
}

const call = "GET /v1/customers/a/orders/b: ";
const html = { body: "<p>", headers: { "content-type": "text/html" } };

it.for<[string, string, TestResponse, Partial<ClientOptions>?, string?]>([
  ["ArgumentError", "credential must be a token, a function", 200, { credential: "" }],
  [
    "ArgumentError",
    "retry.maxRetries must be a whole number from 0 to 100",
    200,
    { retry: { maxRetries: 101 } },
  ],
  [
    "ArgumentError",
    "retry.minDelay must be a number of milliseconds, 0 or more",
    200,
    { retry: { minDelay: -1 } },
  ],
  [
    "ArgumentError",
    "retry.maxDelay must be a number of milliseconds, at least minDelay",
    200,
    { retry: { minDelay: 2, maxDelay: 1 } },
  ],
  ["ArgumentError", 'orderId must not be "", "." or ".."', 200, {}, ".."],
  ["ApiError", `${call}400`, 400],
  ["InvalidResponseError", `${call}200, but the body is not JSON (text/html)`, html],
  ["InvalidResponseError", `${call}200, but the JSON is not an Order`, { body: {} }],
  [
    "InvalidResponseError",
    `${call}200, but the body is not JSON (no content type)`,
    { body: "<p>", headers: { "content-type": "" } },
  ],
  ["ConnectionError", `${call}no complete response: fetch failed`, "reset"],
  ["ConnectionError", `${call}no complete response: terminated`, "cut"],
  ["TimeoutError", `${call}attempt timeout of 5 ms`, "timeout", { timeout: { attempt: 5 } }],
  [
    "CredentialError",
    `${call}no token: the credential must give a string of visible ASCII characters, or an object with one as token`,
    200,
    { credential: () => "" },
  ],
  [
    "CredentialError",
    `${call}no token: expiresOnTimestamp must be in milliseconds since 1970, such as Date.now() + 3_600_000, not NaN`,
    200,
    { credential: () => ({ token: "a-token", expiresOnTimestamp: Number.NaN }) },
  ],
  [
    "CredentialError",
    `${call}no token: the credential must give a string`,
    200,
    { credential: { getToken: async () => null } },
  ],
  [
    "CredentialError",
    `${call}no token: the credential threw Error AADSTS50076`,
    200,
    { credential: () => Promise.reject(new Error("AADSTS50076: client_secret=hunter2")) },
  ],
])("%s: %s", async ([name, message, response, options, orderId]) => {
  const error = await failure(response, options, orderId);
  expect(error.message.startsWith(message), error.message).toBe(true);
  expect(error.name).toBe(name);
  // Another copy of the package looks for this.
  expect(Object(error)[Symbol.for("PartnerCenterError")]).toBe(true);
});

it("createFetch names the only origin that it asks", async () => {
  const fetch = createFetch({ credential: "test" });
  await expect(fetch("https://example.com")).rejects.toThrow(
    "input must be at https://api.partnercenter.microsoft.com",
  );
});

it("a cause that cannot be read is named as such", async () => {
  const unreadable = {
    get message() {
      throw new Error("no");
    },
  };
  const error = await failure(200, { fetch: () => Promise.reject(unreadable) });
  expect(error.message).toBe(`${call}no complete response: an unreadable error`);
});

it.for(["https://127.0.0.1.example.com", "http://127.0.10.200:8080", "http://localhost"])(
  "%s is an address that a token may go to",
  (baseUrl) => {
    expect(() => createClient({ credential: "test", baseUrl })).not.toThrow();
  },
);

it.for([
  "http://127.0.0.1.example.com",
  "http://localhost.example.com",
  "http://example.com/http://localhost",
  "http://[::2]",
])("%s is an address that no token may go to", (baseUrl) => {
  expect(() => createClient({ credential: "test", baseUrl })).toThrow("baseUrl");
});

it.for([204, 205, 304])("the test fetch responds with %d without a body", async (status) => {
  const response = await createTestFetch({ status, body: "text" })(
    "https://api.partnercenter.microsoft.com/v1/customers/a/orders/b",
  );
  expect([response.status, response.body]).toEqual([status, null]);
});

it("the test fetch sends strings as they are, and the rest as JSON", async () => {
  const url = "https://api.partnercenter.microsoft.com/v1/customers/a/orders/b";
  const text = async (body: unknown) => (await createTestFetch({ body })(url)).text();
  expect([await text("{"), await text({ id: "a" })]).toEqual(["{", '{"id":"a"}']);
});
