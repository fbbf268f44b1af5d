import type { GetOrderParams, paths } from "@partner-center/types";
import createOpenApiFetch from "openapi-fetch";
import type { Answer } from "./transport/answer.ts";
import type { RequestParts } from "./transport/call.ts";
import type { SendRequest } from "./transport/transport.ts";

/** Each operation of the contract: takes parameters as they go over the wire, and sends them. */
export interface Operations {
  getOrder(parameters: GetOrderParams, send: SendRequest): Promise<Answer>;
}

/** The few members of a request that the transport reads; a real `Request` costs far more. */
function RequestRecord(url: string, { method, headers }: RequestParts): RequestParts {
  return { url, method, headers };
}

// This file alone knows openapi-fetch, which is frozen upstream and may be replaced.

/**
 * Puts path, query and headers together by the contract. Requests leave through `send`, and answers
 * come back as they are.
 */
export function createOperations(baseUrl: string): Operations {
  const openapi = createOpenApiFetch<paths>({
    baseUrl,
    // openapi-fetch makes its request with this and hands it on, without using it otherwise.
    Request: RequestRecord as unknown as typeof Request,
  });
  return {
    async getOrder(params, send) {
      const { response } = await openapi.GET(
        "/v{version}/customers/{customer_id}/orders/{order_id}",
        {
          params,
          parseAs: "text",
          // It is given a record, and an answer has what is asked of a response: status and text.
          fetch: send as unknown as (request: Request) => Promise<Response>,
        },
      );
      // The answer that `send` gave.
      return response as unknown as Answer;
    },
  };
}
