import { toMessage } from "./text.ts";

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

const mask = "[redacted]";

/** Blots out the tokens that a call used, wherever the service or the platform repeats them. */
export function createRedact(secrets: readonly string[]): Redact {
  // Most texts have none, and to look is far cheaper than to replace.
  const blot = (text: string, secret: string) =>
    text.includes(secret) ? text.replaceAll(secret, mask) : text;
  return (text) => secrets.reduce(blot, text);
}

/**
 * Blots out what may be a secret in the words of a token provider, which knows secrets that this
 * client never sees: every run of characters that is longer than a GUID.
 */
export const redactProvider: Redact = (text) => text.replace(/[\w~.+=/-]{37,}/g, mask);

/** A copy of headers without secrets. */
export function redactHeaders(headers: Headers, redact: Redact): Headers {
  return new Headers([...headers].map(([name, value]): [string, string] => [name, redact(value)]));
}

/** What is passed on of something that was thrown. */
export interface RedactedCause extends Error {
  /** The platform's code, such as `ECONNRESET`. */
  readonly code?: string;
}

/**
 * The words of something that was thrown, and of its causes, as an error of our own: what a custom
 * `fetch` throws may hold the whole request, and is not passed on.
 */
export function redactCause(thrown: unknown, redact: Redact): RedactedCause {
  const words: unknown[] = [];
  try {
    const codes: string[] = [];
    for (let error = thrown; error && words.length < 5; error = Object(error).cause) {
      const { message, code } = Object(error);
      words.push(message || code || error);
      // A DOMException has a number there, which says less than its message.
      if (typeof code === "string") codes.push(toMessage(redact(code)));
    }
    const cause = new Error(toMessage(redact(words.join(": "))));
    const [code] = codes;
    return code ? Object.assign(cause, { code }) : cause;
  } catch {
    return new Error("unusable");
  }
}
