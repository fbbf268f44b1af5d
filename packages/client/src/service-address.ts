import { check, requireSegment, tryTo } from "./arguments.ts";
import type { ServiceOptions } from "./options.ts";

/** Where requests go. */
export interface ServiceAddress {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** The only origin that is sent a token. */
  readonly origin: string;
  readonly apiVersion: string;
}

/** https anywhere, plain http on loopback alone. */
const safeOrigin = /^https:|^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/**
 * Reads where the service is. Plain http would show the token to others, except on loopback.
 *
 * @throws ArgumentError when the address or version cannot be used
 */
export function readServiceAddress({
  baseUrl = "https://api.partnercenter.microsoft.com",
  apiVersion = "1",
}: ServiceOptions): ServiceAddress {
  const url = tryTo(() => new URL(baseUrl));
  // No user, password, query or fragment.
  const isPlain = url && safeOrigin.test(url.origin) && url.href === url.origin + url.pathname;
  check(isPlain, "baseUrl", "must be https, no user or query");
  return {
    baseUrl: url.href.replace(/\/+$/, ""),
    origin: url.origin,
    apiVersion: requireSegment("apiVersion", apiVersion),
  };
}
