import { tryTo } from "../arguments.ts";
import { isConnectionError } from "../errors.ts";
import { causesOf } from "../redact.ts";

/** Codes of Node's sockets, undici, Bun, axios, MSAL and Azure's pipeline. */
const codes =
  /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|UND_ERR_|Connection|FailedToOpenSocket|ERR_NETWORK|network_error|REQUEST_SEND_ERROR)/;

/** What `fetch` says in Node, Chromium, Firefox, Safari, Deno and workerd, in this order. */
const messages =
  /^(fetch failed|Failed to fetch|NetworkError|Load failed|error sending request|Network connection lost)/;

/**
 * Whether a thrown error, or one of its causes, is a network error by its code or message: `fetch` throws
 * a `TypeError` for mistakes too. Source: https://fetch.spec.whatwg.org/#fetch-method
 */
export function isNetworkError(thrown: unknown): boolean {
  const found = tryTo(() => {
    for (const error of causesOf(thrown)) {
      const { code, errorCode, message } = Object(error);
      const isOne = codes.test(code ?? errorCode) || messages.test(message);
      if (isOne || isConnectionError(error)) return true;
    }
    return false;
  });
  // An error that cannot be read tells nothing.
  return found ?? false;
}
