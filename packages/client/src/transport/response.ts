import { describe } from "../arguments.ts";

// Marked as pure, so that a bundle without it drops it.
const utf8 = /* @__PURE__ */ new TextDecoder();

/** Bytes of an own buffer: `Uint8Array<ArrayBuffer>`, which TypeScript before 5.7 does not know. */
export type Bytes = ReturnType<Uint8Array["slice"]>;

/** A response whose body has arrived in full. */
export interface CompleteResponse
  extends Pick<Response, "url" | "status" | "statusText" | "headers" | "ok"> {
  readonly bytes: Bytes;
  /** The body as a string, without a byte order mark. JSON is UTF-8, whatever charset is named. */
  text(): string;
}

/** Puts a response and its body together. */
export function completeResponse(response: Response, bytes: Bytes): CompleteResponse {
  const { url, status, statusText, headers, ok } = response;
  let text: string | undefined;
  const decode = () => {
    text ??= utf8.decode(bytes);
    return text;
  };
  return { url, status, statusText, headers, ok, bytes, text: decode };
}

/** Says why a value cannot be read as a response; undefined when it can, whatever package made it. */
export function findFlaw(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return describe(value);
  // Anything may be missing.
  const { status, statusText, ok, headers, body, arrayBuffer, bodyUsed } =
    value as Partial<Response>;
  const hasStream = body === null || typeof body?.getReader === "function";
  const missing = [
    typeof status !== "number" && "status",
    typeof statusText !== "string" && "statusText",
    typeof ok !== "boolean" && "ok",
    !(typeof headers?.get === "function" && Symbol.iterator in headers) && "headers",
    !(hasStream || (body === undefined && typeof arrayBuffer === "function")) &&
      "body (a ReadableStream or null)",
  ].filter(Boolean);
  if (missing.length) return `an object without ${missing.join(", ")}`;
  return bodyUsed || body?.locked ? "one whose body was already read" : undefined;
}
