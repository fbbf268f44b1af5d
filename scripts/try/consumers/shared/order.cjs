const { createClient } = require("@partner-center/client");

const client = createClient({ credential: "token", baseUrl: "http://127.0.0.1:4010" });
client
  .getOrder({
    customerId: "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8",
    orderId: "9e41c07b52da",
  })
  .then(({ data }) => console.log(process.version, JSON.stringify(data)));
