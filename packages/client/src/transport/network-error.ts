import { tryTo } from "../arguments.ts";
import { isConnectionError } from "../errors.ts";

/** Codes of Node's sockets, undici, Bun, axios, MSAL and Azure's pipeline. */
const codes =
  /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|UND_ERR_|Connection|FailedToOpenSocket|ERR_NETWORK|network_error|REQUEST_SEND_ERROR)/;

/** What `fetch` says in Node, Chromium, Firefox, Safari, Deno and workerd, in this order. */
const messages =
  /^(fetch failed|Failed to fetch|NetworkError|Load failed|error sending request|Network connection lost)/;

/**
 * Whether something that was thrown tells of a network error: it, or one of its causes, has a code or
 * message for one. `fetch` has no other sign: its `TypeError` is also that of a mistake.
 * Source: https://fetch.spec.whatwg.org/#fetch-method
 */
export function isNetworkError(thrown: unknown): boolean {
  const found = tryTo(() => {
    let error = thrown;
    for (let depth = 0; error && depth < 5; depth += 1) {
      const { code, errorCode, message, cause } = Object(error);
      if (isConnectionError(error) || codes.test(code ?? errorCode) || messages.test(message)) {
        return true;
      }
      error = cause;
    }
    return false;
  });
  return found ?? false;
}
