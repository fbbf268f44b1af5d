import { check, isOptions, mustBe, requireSegment, requireType, tryTo } from "./arguments.ts";
import type { ServiceOptions } from "./options.ts";

/** Where requests go. */
export interface ServiceAddress {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** The only origin that is sent a token. */
  readonly origin: string;
  readonly apiVersion: string;
}

const defaultBaseUrl = "https://api.partnercenter.microsoft.com";

/** https anywhere, plain http on loopback alone. */
const safeOrigin = /^https:|^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/**
 * Reads where the service is. Plain http would expose the token, except on loopback.
 * @throws ArgumentError when the address or version cannot be used
 */
export function readServiceAddress(options: ServiceOptions): ServiceAddress {
  mustBe(isOptions(options), "options", "an object such as { baseUrl }", options);
  const { baseUrl = defaultBaseUrl, apiVersion = "1" } = options;
  const example = `such as "${defaultBaseUrl}"`;
  mustBe(typeof baseUrl === "string", "baseUrl", `a string ${example}`, baseUrl);
  const url = tryTo(() => new URL(baseUrl));
  // No user, password, query or fragment.
  const isPlain = url && safeOrigin.test(url.origin) && url.href === url.origin + url.pathname;
  const form = `must be an https address ${example}, without user, query and fragment`;
  check(isPlain, "baseUrl", `${form}; http is for loopback alone`);
  const address = url.href.replace(/\/+$/, "");
  const hasVersion = /\/v\d+$/i.test(address);
  check(!hasVersion, "baseUrl", `must be without the version, ${example}: apiVersion adds it`);
  mustBe(typeof apiVersion === "string", "apiVersion", 'a string such as "1"', apiVersion);
  check(!/^v\d/i.test(apiVersion), "apiVersion", 'must be without the v, such as "1"');
  requireType("apiVersion", "string", apiVersion);
  requireSegment("apiVersion", apiVersion);
  return { baseUrl: address, origin: url.origin, apiVersion };
}
