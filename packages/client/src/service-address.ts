import { check, checkForm, isOptions, requireSegment, tryTo } from "./arguments.ts";
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
 * Reads where the service is. Plain http would show the token to others, except on loopback.
 *
 * @throws ArgumentError when the address or version cannot be used
 */
export function readServiceAddress(options: ServiceOptions): ServiceAddress {
  checkForm(isOptions(options), "options", "an object such as { baseUrl }", options);
  const { baseUrl = defaultBaseUrl, apiVersion = "1" } = options;
  checkForm(
    typeof baseUrl === "string",
    "baseUrl",
    `a string such as "${defaultBaseUrl}"`,
    baseUrl,
  );
  const url = tryTo(() => new URL(baseUrl));
  // No user, password, query or fragment.
  const isPlain = url && safeOrigin.test(url.origin) && url.href === url.origin + url.pathname;
  const form = `must be an https address such as "${defaultBaseUrl}", without user, query and fragment`;
  check(isPlain, "baseUrl", `${form}; http is for loopback alone`);
  const address = url.href.replace(/\/+$/, "");
  const hasVersion = /\/v\d+$/i.test(address);
  check(
    !hasVersion,
    "baseUrl",
    `must be without the version, such as "${defaultBaseUrl}": apiVersion adds it`,
  );
  checkForm(typeof apiVersion === "string", "apiVersion", 'a string such as "1"', apiVersion);
  const hasLetter = /^v\d/i.test(apiVersion);
  check(!hasLetter, "apiVersion", 'must be without the v, such as "1"');
  return {
    baseUrl: address,
    origin: url.origin,
    apiVersion: requireSegment("apiVersion", apiVersion),
  };
}
