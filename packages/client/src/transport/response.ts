import { describe } from "../arguments.ts";

/**
 * Says what is wrong with a value that a custom `fetch` gave as its response; undefined when nothing
 * is. Responses of other packages are as good as the platform's when they have the same properties.
 */
export function findFlaw(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return describe(value);
  // Anything may be missing.
  const { status, statusText, ok, headers, body, arrayBuffer, bodyUsed } =
    value as Partial<Response>;
  const hasStream = body === null || typeof body?.getReader === "function";
  const usable = {
    status: typeof status === "number",
    statusText: typeof statusText === "string",
    ok: typeof ok === "boolean",
    headers: typeof headers?.get === "function" && Symbol.iterator in headers,
    "body (a ReadableStream or null)":
      hasStream || (body === undefined && typeof arrayBuffer === "function"),
  };
  const missing = Object.entries(usable).filter(([, isUsable]) => !isUsable);
  if (missing.length) return `an object without ${missing.map(([name]) => name).join(", ")}`;
  return bodyUsed || body?.locked ? "one whose body was already read" : undefined;
}
