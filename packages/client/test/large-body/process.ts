/**
 * Gets orders from a service whose bodies are far too large, and prints what came of each call. A
 * process of its own, as a body may end it.
 *
 * Usage: node process.ts BASE_URL platform|undici
 */
import { createClient, type FetchLike } from "../../src/index.ts";

const [baseUrl = "", whose] = process.argv.slice(2);
// Imported only when it is asked for: the platform's fetch works over undici once it is there. Its
// functions are the web's, but its types are not.
const fetch =
  whose === "undici" ? ((await import("undici")).fetch as unknown as FetchLike) : globalThis.fetch;
const client = createClient({ credential: "test", baseUrl, fetch });
for (let call = 1; call <= 10; call += 1) {
  await client.getOrder({ customerId: "a", orderId: "b" }).catch(({ kind, reason }) => {
    console.log(call, kind, reason);
  });
}
