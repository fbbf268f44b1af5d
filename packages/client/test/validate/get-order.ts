import { createClient } from "../../src/index.ts";
import { createTestFetch } from "../../src/testing/index.ts";
import { type ValidateOptions, validate } from "../../src/validate/index.ts";

/** Gets an order with this body from a client that compares it with the contract. */
export function getOrder(body: unknown, options?: ValidateOptions) {
  const fetch = createTestFetch({ body });
  const client = createClient({ credential: "test", fetch, validate: validate(options) });
  return client.getOrder({ customerId: "a", orderId: "b" });
}
