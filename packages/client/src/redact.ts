import { toMessage } from "./strings.ts";

/** Takes secrets out of a string. */
export type Redact = (text: string) => string;

const mask = "[redacted]";
/** Shorter secrets may be ordinary words, such as `test`. */
const shortestSecret = 8;
/** How many encodings are undone: percent-encoding of JSON in JSON is as deep as anybody nests. */
const layers = 3;

/**
 * Redacts the tokens of a call as they are, in base64, and either of these percent-encoded or escaped
 * as in JSON. A string with an escaped token is returned unescaped as a whole.
 */
export function createRedact(secrets: readonly string[]): Redact {
  return (text) => {
    // Received ids are shorter than most tokens, so a call that goes well does no more than this.
    const isSearched = ({ length }: string) => length >= shortestSecret && length <= text.length;
    if (!secrets.some(isSearched)) return text;
    const searched = [...new Set(secrets)].filter(isSearched);
    // The longest first: another may be a part of it.
    searched.sort((one, other) => other.length - one.length);
    const forms = searched.flatMap((secret) => [secret, ...base64Forms(secret)]);
    let redacted = text;
    for (let layer = 0, current = text; layer < layers; layer += 1) {
      const masked = forms.reduce((rest, form) => rest.replaceAll(form, mask), current);
      if (masked !== current) redacted = masked;
      current = unescapeAscii(masked);
      if (current === masked) break;
    }
    return redacted;
  };
}

/** Undoes `%2F`, `\u002f`, `\/`, `\"` and `\\`: tokens have no other characters than visible ASCII. */
function unescapeAscii(text: string): string {
  return text.replace(
    /%([2-7][\da-f])|\\u00([2-7][\da-f])|\\(["\\/])/gi,
    (_, percent, unicode, plain) => plain ?? String.fromCharCode(parseInt(percent ?? unicode, 16)),
  );
}

/** How a secret looks within base64, where it may begin at any of a group's three bytes. */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const encoded = btoa("\0".repeat(shift) + secret).replace(/=+$/, "");
    // The characters at either end may hold bits of a neighbour, so they are left out.
    const end = (shift + secret.length) % 3 ? -1 : undefined;
    const form = encoded.slice(shift && shift + 1, end);
    return [form, form.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** A copy of headers without secrets. */
export function redactHeaders(headers: Headers, redact: Redact): Headers {
  return new Headers([...headers].map(([name, value]): [string, string] => [name, redact(value)]));
}

/** Something that was thrown, and its causes: 5 in all at most, since they may form a circle. */
export function* causesOf(thrown: unknown): Generator<unknown> {
  let error = thrown;
  for (let depth = 0; error && depth < 5; depth += 1) {
    yield error;
    error = Object(error).cause;
  }
}

/** A provider's error by its name and codes (`AADSTS7000215`): its message may hold a secret. */
export function nameProviderError(thrown: unknown): Error {
  const told = new Set<string>();
  try {
    for (const error of causesOf(thrown)) {
      const { name = "", code = "", message = error } = Object(error);
      if (error === thrown && /^[A-Za-z]{1,64}$/.test(name)) told.add(String(name));
      // Codes of the platform: ENOTFOUND, ERR_INVALID_URL, CERT_HAS_EXPIRED.
      if (/^(E[A-Z]{3,15}|[A-Z]{2,20}(_[A-Z]{1,20}){1,6})$/.test(code)) told.add(String(code));
      for (const [found] of `${message} ${code}`.matchAll(/\bAADSTS\d{4,9}\b/g)) told.add(found);
    }
  } catch {
    // What cannot be read tells nothing.
  }
  return new Error([...told].slice(0, 5).join(" ") || "an error");
}

/** What is passed on of something that was thrown; `code` is the platform's, such as `ECONNRESET`. */
export type RedactedCause = Error & { readonly code?: string };

/** The messages of a thrown error and its causes: the error itself may hold the whole request. */
export function redactCause(thrown: unknown, redact: Redact): RedactedCause {
  try {
    const causes = [...causesOf(thrown)].map(Object);
    const messages = causes.map((error) => error.message || error.code || error);
    const cause = new Error(toMessage(redact(messages.join(": "))));
    // A DOMException has a number for its code, which says less than its message.
    const code = causes.map((error) => error.code).find((each) => typeof each === "string");
    return code ? Object.assign(cause, { code: toMessage(redact(code)) }) : cause;
  } catch {
    return new Error("an unreadable error");
  }
}
