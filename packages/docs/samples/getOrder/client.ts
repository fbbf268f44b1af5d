// Compiled with the repository and run against the mock by test/samples.test.ts.

import { createClient, isApiError } from "@partner-center/client";

const { TOKEN = "", BASE_URL, CUSTOMER_ID = "", ORDER_ID = "" } = process.env;
const client = createClient({ credential: TOKEN, baseUrl: BASE_URL });

try {
  const { data: order } = await client.getOrder({
    customerId: CUSTOMER_ID,
    orderId: ORDER_ID,
    includePrice: true,
  });
  console.log(order.id, order.status, order.totalPrice, order.currencyCode);
} catch (error) {
  if (!isApiError(error)) throw error;
  console.error(error.status, error.code, error.hint, error.correlationId);
  process.exitCode = 1;
}
