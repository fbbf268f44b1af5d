// biome-ignore lint/style/noRestrictedImports: this is the one file that knows openapi-fetch
import createOpenapiClient, { defaultBodySerializer } from "openapi-fetch";
import { check, tryTo } from "./arguments.ts";
import type { Operation, Values } from "./operation.ts";
import type { CompleteResponse } from "./transport/response.ts";
import type { SendRequest } from "./transport/transport.ts";

// This file alone knows openapi-fetch, which is frozen upstream and may be replaced. Its client makes
// every request: address, query, headers and body are written by it.

/** What openapi-fetch makes in place of the platform's `Request`, which costs more and copies the body. */
class PlainRequest {
  declare readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: string | undefined;

  constructor(url: string, init: PlainRequest) {
    Object.assign(this, init, { url });
  }
}

/** openapi-fetch's client, as far as it is used: with requests and responses of our own. */
interface OpenapiClient {
  request(method: string, path: string, init: object): Promise<{ response: CompleteResponse }>;
}

/** Makes the request of an operation and sends it. The response comes back unchanged. */
export type RequestOperation = (
  operation: Operation,
  values: Values,
  send: SendRequest,
) => Promise<CompleteResponse>;

/** Prepares requests to a service. */
export function prepareRequests(baseUrl: string): RequestOperation {
  const options: object = { baseUrl, Request: PlainRequest, bodySerializer: serializeBody };
  // Its types know the classes of the platform alone.
  const client = createOpenapiClient(options) as unknown as OpenapiClient;
  return async ({ method, path, query }, values, send) => {
    const { response } = await client.request(method, path, {
      params: values,
      body: values.body,
      querySerializer: query,
      // The signal belongs to the call: in its options it would be kept.
      fetch: ({ url, headers, body }: PlainRequest) =>
        send({
          url,
          method,
          headers: Object.fromEntries(headers),
          body: body === undefined ? body : new TextEncoder().encode(body),
        }),
      // Bodies that are cut, or not JSON, are told apart later.
      parseAs: "text",
    });
    return response;
  };
}

/** @throws ArgumentError for a body that JSON has no form for: circles, functions, bigints */
function serializeBody(body: unknown): string {
  const json: unknown = tryTo(() => defaultBodySerializer(body));
  check(typeof json === "string", "body", "must be a value that JSON can hold");
  return json;
}
