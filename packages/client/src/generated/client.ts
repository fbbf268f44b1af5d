/**
 * Generated from the contract in spec/ by packages/client/generate/. Do not edit: change the contract
 * and run `npm run generate`.
 */
import type { Order } from "@partner-center/types";
import type { CallOptions } from "../options.ts";
import type { Result } from "../result.ts";

/** Arguments of `getOrder`. */
export interface GetOrderArguments {
  /**
   * The customer whose order is read, given by the ID of the customer's Microsoft Entra tenant (a
   * GUID; Partner Center shows it as the customer's Microsoft ID).
   */
  readonly customerId: string;
  /**
   * The order to read. Treat it as opaque: new commerce orders have 12 hexadecimal digits, older
   * ones a GUID or a case-sensitive string of about 33 characters that may hold `-` and `_`. Send
   * it exactly as received, percent-encoded and without changing its casing.
   */
  readonly orderId: string;
  /**
   * Whether the response has prices: `pricing` on each line item and `totalPrice` on the order.
   * Amounts are before tax. Prices depend on the caller's permissions: without them expect a
   * response without prices, or 403 with code 800043.
   * @default not sent
   */
  readonly includePrice?: boolean | undefined;
  /**
   * A correlation vector: 16 base64 characters, a dot and a counter, used inside the service to
   * follow a call from one component to the next. The service generates one when the header is
   * absent.
   * @default not sent
   */
  readonly msCv?: string | undefined;
}

/** A client for the Partner Center API: one function for each operation of the contract. */
export interface Client {
  /**
   * Get an order by ID.
   *
   * Returns one order of one customer. A new order may take up to 15 minutes to appear: the vendor
   * documents this lag for lists of orders, and users report it for reads by ID. So a 404 right
   * after a purchase does not prove that the order is missing. Line items have a `subscriptionId`
   * only once provisioning has finished: read the order again later to get it. The order resource
   * allows 500 requests a minute for each tenant ID; above that the service responds with 429.
   *
   * See https://learn.microsoft.com/rest/api/partner-center/manage-orders/get-an-order-by-id
   * @throws ArgumentError for an argument or option that cannot be sent; nothing is sent then
   * @throws ApiError when the service responds with an error: 400, 401, 403, 404, 429, 500
   * @throws InvalidResponseError when it responds with success, but without what this returns
   * @throws TimeoutError when a limit of the `timeout` option is hit
   * @throws ConnectionError when no complete response arrives
   * @throws CredentialError when the credential gives no usable token
   * @example
   * const { data } = await client.getOrder({ customerId, orderId });
   */
  getOrder(parameters: GetOrderArguments, options?: CallOptions): Promise<Result<Order>>;
}
