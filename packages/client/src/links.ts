import type { Link } from "@partner-center/types";
import type { ServiceOptions } from "./options.ts";
import { readServiceAddress } from "./service-address.ts";

/**
 * The full address of one of an order's links. The service sends them relative to the version
 * (`/customers/…`) or with it (`/v1/customers/…`); both lead to the same place. A link without an
 * address gives undefined. Call the result through `createFetch`, which refuses other origins.
 *
 * @throws ArgumentError when `baseUrl` or `apiVersion` cannot be used
 * @example
 * resolveLink(order.links?.self); // "https://api.partnercenter.microsoft.com/v1/customers/…"
 */
export function resolveLink(
  link: Link | null | undefined,
  options: ServiceOptions = {},
): string | undefined {
  const uri = link?.uri;
  if (!uri) return undefined;
  const { baseUrl, apiVersion } = readServiceAddress(options);
  // Slashes at the start could name another host.
  const path = uri.replace(/^[/\\]+/, "");
  return `${baseUrl}/${/^v\d+\//.test(path) ? "" : `v${encodeURIComponent(apiVersion)}/`}${path}`;
}
