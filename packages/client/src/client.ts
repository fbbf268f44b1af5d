import type { Order, operations } from "@partner-center/types";
import { isOptions, mustBe, requireSegment } from "./arguments.ts";
import { createOperations } from "./openapi.ts";
import type { CallOptions, ClientOptions } from "./options.ts";
import { type Result, readResult } from "./result.ts";
import { readServiceAddress } from "./service-address.ts";
import { type Environment, realEnvironment } from "./transport/environment.ts";
import { createTransport } from "./transport/transport.ts";

/** Which order to get. */
export interface GetOrderArguments {
  /** Id of the customer's Microsoft Entra tenant, a GUID. Sent as it is, percent-encoded. */
  readonly customerId: string;
  /** Id of the order, exactly as it was received: some are case-sensitive. */
  readonly orderId: string;
  /**
   * Whether the order comes with prices, before tax.
   * @default not sent, which means false
   */
  readonly includePrice?: boolean | undefined;
}

/** A client for the Partner Center API: one function for each operation of the contract. */
export interface Client {
  /**
   * Gets an order by its id. A new order becomes visible up to 15 minutes after the purchase; until
   * then the call rejects with an `ApiError` of status 404.
   * @throws ArgumentError for an empty, `.`, `..` or non-string id, or a wrong option; nothing is sent
   * @throws ApiError when the service responds with an error
   * @throws InvalidResponseError when it responds with success, but without an order
   * @throws TimeoutError when a limit of the `timeout` option is hit
   * @throws ConnectionError when no complete response arrives
   * @throws CredentialError when the credential gives no usable token
   * @example
   * const { data: order } = await client.getOrder({ customerId, orderId, includePrice: true });
   * console.log(order.status, order.totalPrice);
   */
  getOrder(parameters: GetOrderArguments, options?: CallOptions): Promise<Result<Order>>;
}

/**
 * Makes a client. It keeps tokens, pauses and a retry budget, so make one and use it for all calls.
 * @throws ArgumentError when an option cannot be used
 * @example
 * import { ClientSecretCredential } from "@azure/identity";
 *
 * const client = createClient({
 *   credential: new ClientSecretCredential(tenantId, clientId, clientSecret),
 * });
 */
export function createClient(options: ClientOptions): Client;
/** @internal With a clock and random numbers of the caller's. */
export function createClient(options: ClientOptions, environment: Environment): Client;
export function createClient(options: ClientOptions, environment = realEnvironment): Client {
  const transport = createTransport(options, environment);
  const { baseUrl, apiVersion: version } = readServiceAddress(options);
  const operations = createOperations(baseUrl);
  const validate = readValidate(options.validate);

  const client = {
    async getOrder(parameters: GetOrderArguments, callOptions: CallOptions = {}) {
      const form = "an object such as { customerId, orderId }";
      mustBe(isOptions(parameters), "parameters", form, parameters);
      mustBe(isOptions(callOptions), "options", "an object such as { signal }", callOptions);
      const { customerId, orderId, includePrice } = parameters;
      const isFlag = includePrice === undefined || typeof includePrice === "boolean";
      mustBe(isFlag, "includePrice", "true or false", includePrice);
      const path = {
        version,
        customer_id: requireSegment("customerId", customerId),
        order_id: requireSegment("orderId", orderId),
      };
      const query = includePrice === undefined ? {} : { include_price: includePrice };
      return transport(
        callOptions,
        (send) => operations.getOrder({ path, query }, send),
        (response, call) => readResult<Order>(response, call, validate),
      );
    },
  };
  // Does not compile when the contract has an operation that the client lacks.
  return client satisfies Readonly<Record<keyof operations, unknown>>;
}

/** Refuses `validate` itself in place of what it returns: nothing would be compared. */
function readValidate(validate: ClientOptions["validate"]): ClientOptions["validate"] {
  const isFactory = Symbol.for("PartnerCenterValidate") in Object(validate);
  const isUsable = validate === undefined || (typeof validate === "function" && !isFactory);
  const form = "what validate() returns, as in { validate: validate() }";
  mustBe(isUsable, "validate", form, validate);
  return validate;
}
