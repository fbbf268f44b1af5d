import type { Link } from "@partner-center/types";
import { tryTo } from "./arguments.ts";
import type { ServiceOptions } from "./options.ts";
import { readServiceAddress } from "./service-address.ts";

/**
 * The full address of one of an order's links. The service sends links relative to the version
 * (`/customers/…`), with the version (`/v1/customers/…`) or absolute; all lead to the same place. A
 * link without an address, or to another origin than that of `baseUrl`, gives undefined.
 * @throws ArgumentError when `baseUrl` or `apiVersion` cannot be used
 * @example
 * resolveLink(order.links?.self); // "https://api.partnercenter.microsoft.com/v1/customers/…"
 */
export function resolveLink(
  link: Link | null | undefined,
  options: ServiceOptions = {},
): string | undefined {
  const { baseUrl, origin, apiVersion } = readServiceAddress(options);
  const uri: unknown = link?.uri;
  if (typeof uri !== "string" || !uri) return undefined;
  if (/^[a-z][a-z\d+.-]*:/i.test(uri)) {
    const url = tryTo(() => new URL(uri));
    return url?.origin === origin ? origin + url.pathname + url.search : undefined;
  }
  // Slashes at the start could name another host.
  const path = uri.replace(/^[/\\]+/, "");
  const version = /^v\d+\//.test(path) ? "" : `v${encodeURIComponent(apiVersion)}/`;
  return `${baseUrl}/${version}${path}`;
}
