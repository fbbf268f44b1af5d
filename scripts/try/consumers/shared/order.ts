import { createClient, type GetOrderArguments } from "@partner-center/client";
import { isKnownOrderStatus, type Order } from "@partner-center/types";

const ids: GetOrderArguments = {
  customerId: "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8",
  orderId: "9e41c07b52da",
};

async function main(): Promise<void> {
  const client = createClient({ credential: "token", baseUrl: "http://127.0.0.1:4010" });
  const { data } = await client.getOrder(ids);
  const order: Order = data;
  // @ts-expect-error a status is a string
  const status: number = order.status;
  if (isKnownOrderStatus(status)) console.log(process.version, JSON.stringify(order));
}

main();
