import type { GetOrderParams, paths } from "@partner-center/types";
// biome-ignore lint/style/noRestrictedImports: this is the one file that knows openapi-fetch
import { createFinalURL, createQuerySerializer } from "openapi-fetch";
import type { CompleteResponse } from "./transport/response.ts";
import type { SendRequest } from "./transport/transport.ts";

// This file alone knows openapi-fetch, which is frozen upstream and may be replaced. Only its functions
// for addresses are used: its client would make a Request and read a Response more for each call.

const order = "/v{version}/customers/{customer_id}/orders/{order_id}" satisfies keyof paths;

/** Fills in a path. openapi-fetch's own function finds parameters with a slower regular expression. */
function serializePath(path: string, values: Record<string, unknown>): string {
  let url = path;
  for (const name in values) {
    url = url.replace(`{${name}}`, encodeURIComponent(`${values[name]}`));
  }
  return url;
}

/**
 * Each operation of the contract: takes parameters as they are sent, builds the address, and sends the
 * request. The response comes back unchanged.
 */
export function createOperations(baseUrl: string) {
  const serializers = { pathSerializer: serializePath, querySerializer: createQuerySerializer() };
  return {
    getOrder(params: GetOrderParams, send: SendRequest): Promise<CompleteResponse> {
      const url = createFinalURL(order, { baseUrl, params, ...serializers });
      return send({ url, method: "GET" });
    },
  };
}
