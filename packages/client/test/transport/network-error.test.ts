import { expect, it } from "vitest";
import { ConnectionError } from "../../src/index.ts";
import { isNetworkError } from "../../src/transport/network-error.ts";

const coded = (code: string) => Object.assign(new Error("x"), { code });

it.each([
  ["Node's fetch", new TypeError("fetch failed", { cause: coded("ECONNRESET") })],
  ["Chromium's fetch", new TypeError("Failed to fetch")],
  ["Firefox's fetch", new TypeError("NetworkError when attempting to fetch resource.")],
  ["Safari's fetch", new TypeError("Load failed")],
  ["Deno's fetch", new TypeError("error sending request for url (https://example.com/)")],
  ["Bun's fetch", coded("ConnectionRefused")],
  ["workerd's fetch", new Error("Network connection lost.")],
  ["a name that is not found", coded("ENOTFOUND")],
  ["undici", coded("UND_ERR_SOCKET")],
  ["axios", coded("ERR_NETWORK")],
  ["Azure's pipeline", coded("REQUEST_SEND_ERROR")],
  ["MSAL", Object.assign(new Error("x"), { errorCode: "network_error" })],
  ["a cause", new Error("no token", { cause: new Error("x", { cause: coded("EPIPE") }) })],
  [
    "this package",
    new ConnectionError("x", {
      reason: "network",
      code: undefined,
      method: "GET",
      path: "/",
      attempts: 1,
      requestId: "",
      correlationId: "",
      sentRequestId: "",
      sentCorrelationId: "",
    }),
  ],
])("%s has a network error", (_, thrown) => {
  expect(isNetworkError(thrown)).toBe(true);
});

it.each([
  ["a refusal", new Error("AADSTS7000215: Invalid client secret provided")],
  ["a mistake", new TypeError("x is not a function")],
  ["a file that is not there", coded("ENOENT")],
  ["an abort", new DOMException("This operation was aborted", "AbortError")],
  ["a string", "fetch failed"],
  ["nothing", undefined],
  [
    "an object that cannot be read",
    {
      get cause() {
        throw new Error("no");
      },
    },
  ],
])("%s has no network error", (_, thrown) => {
  expect(isNetworkError(thrown)).toBe(false);
});
