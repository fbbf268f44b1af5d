// Those who import a guard alone need none.
const utf8 = /* @__PURE__ */ new TextDecoder();

/** Bytes that are nobody else's: `Uint8Array<ArrayBuffer>`, which TypeScript before 5.7 does not know. */
export type Bytes = ReturnType<Uint8Array["slice"]>;

/** An answer whose body has arrived in full. */
export interface Answer extends Pick<Response, "status" | "statusText" | "headers" | "ok"> {
  /** What it was read from, without a body by now. */
  readonly response: Response;
  readonly bytes: Bytes;
  /** The body as text, without a byte order mark. JSON is UTF-8, whatever charset is named. */
  text(): string;
}

/** Puts a response and its body together. */
export function createAnswer(response: Response, bytes: Bytes): Answer {
  const { status, statusText, headers, ok } = response;
  return { status, statusText, headers, ok, response, bytes, text: () => utf8.decode(bytes) };
}
