import type { GetOrderParams, paths } from "@partner-center/types";
import { createFinalURL, createQuerySerializer } from "openapi-fetch";
import type { Answer } from "./transport/answer.ts";
import type { SendRequest } from "./transport/transport.ts";

/** Each operation of the contract: takes parameters as they go over the wire, and sends them. */
export interface Operations {
  getOrder(parameters: GetOrderParams, send: SendRequest): Promise<Answer>;
}

// This file alone knows openapi-fetch, which is frozen upstream and may be replaced. What writes
// addresses is all that is taken: its client would make a Request and read a Response more a call.

const order = "/v{version}/customers/{customer_id}/orders/{order_id}" satisfies keyof paths;

/** openapi-fetch's own looks for parameters with a regular expression, which a call feels. */
function serializePath(path: string, values: Record<string, unknown>): string {
  let url = path;
  for (const name in values) {
    url = url.replace(`{${name}}`, encodeURIComponent(`${values[name]}`));
  }
  return url;
}

/**
 * Puts path and query together by the contract. Requests leave through `send`, and answers come back
 * as they are.
 */
export function createOperations(baseUrl: string): Operations {
  const serializers = { pathSerializer: serializePath, querySerializer: createQuerySerializer() };
  return {
    getOrder(params, send) {
      const url = createFinalURL(order, { baseUrl, params, ...serializers });
      return send({ url, method: "GET" });
    },
  };
}
