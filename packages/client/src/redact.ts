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

/**
 * The words of something that was thrown, and of its causes, as an error of our own: what a custom
 * `fetch` or a token provider throws may hold the whole request, and is not passed on.
 */
export function redactCause(thrown: unknown, redact: Redact): Error {
  const words: unknown[] = [];
  try {
    for (let error = thrown; error && words.length < 5; error = Object(error).cause) {
      const { message, code } = Object(error);
      words.push(message || code || error);
    }
    return new Error(redact(words.join(": ")));
  } catch {
    return new Error("unusable");
  }
}
