/**
 * As packages/client/src/openapi.ts, with plain code in the place of openapi-fetch. The drill puts it
 * there; see ../drill-way-out.ts.
 */
import type { Operations } from "../../packages/client/src/openapi.ts";

/** Puts path, query and headers together by the contract, and sends them through `send`. */
export function createOperations(baseUrl: string): Operations {
  return {
    getOrder({ path, query = {} }, send) {
      const [version, customer, order] = [path.version, path.customer_id, path.order_id].map(encodeURIComponent); // biome-ignore format: one line
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, `${value}`])); // biome-ignore format: one line
      const url = `${baseUrl}/v${version}/customers/${customer}/orders/${order}`;
      return send({ url: search.size > 0 ? `${url}?${search}` : url, method: "GET" }); // biome-ignore format: one line
    },
  };
}
