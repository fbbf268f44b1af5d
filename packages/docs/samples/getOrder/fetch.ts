// Compiled with the repository and run against the mock by test/samples.test.ts.

import type { ApiFault, Order } from "@partner-center/types";

const { TOKEN, CUSTOMER_ID = "", ORDER_ID = "" } = process.env;
const { BASE_URL = "https://api.partnercenter.microsoft.com" } = process.env;
const path = `/v1/customers/${encodeURIComponent(CUSTOMER_ID)}/orders/${encodeURIComponent(ORDER_ID)}`;

const response = await fetch(`${BASE_URL}${path}?include_price=true`, {
  headers: {
    authorization: `Bearer ${TOKEN}`,
    accept: "application/json",
    "ms-requestid": crypto.randomUUID(),
    "ms-correlationid": crypto.randomUUID(),
  },
  redirect: "manual",
  signal: AbortSignal.timeout(30_000),
});

if (response.ok) {
  const order: Order = await response.json();
  console.log(order.id, order.status, order.totalPrice, order.currencyCode);
} else {
  // The body may be empty or HTML, so read it as text first.
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const fault: ApiFault = isJson && text ? JSON.parse(text) : {};
  console.error(response.status, fault.code, fault.description ?? fault.message);
  console.error(response.headers.get("ms-correlationid"), response.headers.get("retry-after"));
  process.exitCode = 1;
}
