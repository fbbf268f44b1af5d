/**
 * Generated from the contract in spec/ by packages/client/generate/. Do not edit: change the contract
 * and run `npm run generate`.
 */
import type { Operation, Shape } from "../operation.ts";
import type { Client } from "./client.ts";

const bodyOfOrder: Shape = [
  "object",
  "an Order",
  /^(alternateId|billingCycle|client|creationDate|currencyCode|currencySymbol|id|lineItems|referenceCustomerId|status|totalPrice|transactionType)$/i,
];

/** How each operation is called, and what it gives. */
export const operations: Readonly<Record<keyof Client, Operation>> = {
  getOrder: {
    method: "GET",
    path: "/v{version}/customers/{customer_id}/orders/{order_id}",
    parameters: {
      customerId: ["path", "customer_id", "string"],
      orderId: ["path", "order_id", "string"],
      includePrice: ["query", "include_price", "boolean", "optional"],
      msCv: ["header", "ms-cv", "string", "optional"],
    },
    success: [bodyOfOrder],
    hints: {
      404: "a new order may take 15 minutes (documented for lists, reported for reads)",
    },
  },
};
