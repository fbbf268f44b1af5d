/**
 * Makes the calls of the workflow `read-order` to the real service, and prints where its responses
 * differ from the contract. No secret and no customer data is printed, and the responses are never
 * written down: they pass through a proxy that keeps them in memory.
 *
 * Usage: npm run check -- live        with these in the environment:
 *   PARTNER_CENTER_TOKEN        an access token for https://api.partnercenter.microsoft.com
 *   PARTNER_CENTER_CUSTOMER_ID  the tenant ID of a customer
 *   PARTNER_CENTER_ORDER_ID     the ID of an order of that customer
 *   PARTNER_CENTER_BASE_URL     optional: another host, such as that of China
 * Exits with 0 without a deviation, and with 2 when the environment is wrong or a response is missing.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { main, refuse } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { parseContract, readBundle, specFolder } from "@partner-center/spec";
import { redocly } from "@partner-center/spec/redocly";
import { createComparison } from "./compare-response.ts";
import { startProxy } from "./recording-proxy.ts";

const workflowId = "read-order";
const workflow = join(specFolder, "workflows/read-orders.arazzo.yaml");

/** Values in place of the secrets: `redocly respect` never sees the real ones. */
const standIns = {
  token: "token-of-the-environment",
  customerId: "11111111-2222-4333-8444-555555555555",
  orderId: "abcdef012345",
};

/** Reads the environment. An unusable one is a usage error. */
function readEnvironment() {
  const read = (name: string) => process.env[`PARTNER_CENTER_${name}`] ?? "";
  const names = ["TOKEN", "CUSTOMER_ID", "ORDER_ID"];
  const missing = names.filter((name) => !read(name)).map((name) => `PARTNER_CENTER_${name}`);
  if (missing.length > 0) refuse(`Set ${missing.join(", ")} in the environment.`);
  const baseUrl = read("BASE_URL") || "https://api.partnercenter.microsoft.com";
  if (!/^https:|^http:\/\/(127\.|localhost\b|\[::1\])/.test(baseUrl)) {
    refuse("PARTNER_CENTER_BASE_URL must start with https://, since a token is sent there.");
  }
  const [token = "", customerId = "", orderId = ""] = names.map(read);
  return { token, customerId, orderId, baseUrl: baseUrl.replace(/\/+$/, "") };
}

/** Lets `redocly respect` make the calls. Its verdict is ignored: it sees nothing but the status. */
async function makeCalls(url: string): Promise<void> {
  await redocly.print(
    "respect",
    workflow,
    `--workflow=${workflowId}`,
    `--server=orders=${url}`,
    // No status ends the workflow: the calls after it are compared as well.
    "--severity=STATUS_CODE_CHECK=warn,SUCCESS_CRITERIA_CHECK=warn",
    ...Object.entries(standIns).map(([name, value]) => `--input=${name}=${value}`),
  );
}

/** The names of the workflow's steps, in the order of its calls. */
function readSteps(): string[] {
  const workflows = readFileSync(workflow, "utf8").split(/^ {2}- workflowId: /m);
  const steps = workflows.find((text) => text.startsWith(`${workflowId}\n`)) ?? "";
  return [...steps.matchAll(/stepId: (\S+)/g)].map(([, name = ""]) => name);
}

await main(import.meta, {}, async () => {
  const { baseUrl, token, customerId, orderId } = readEnvironment();
  await make("bundle", "spec");
  const compare = createComparison(parseContract(readBundle()));
  const replace = (text: string) =>
    text
      .replace(standIns.token, token)
      .replace(standIns.customerId, encodeURIComponent(customerId))
      .replace(standIns.orderId, encodeURIComponent(orderId));
  // No deviation should hold a secret; if one does, the secret is not printed.
  const redact = (text: string) =>
    [token, customerId, orderId].reduce((clean, secret) => clean.replaceAll(secret, "***"), text);

  await using proxy = await startProxy(baseUrl, replace);
  await makeCalls(proxy.url);

  const steps = readSteps();
  let [responses, deviations] = [0, 0];
  for (const [index, step] of steps.entries()) {
    const exchange = proxy.exchanges[index];
    console.log(`${step}: ${exchange ? `status ${exchange.status}` : "no response"}`);
    if (!exchange) continue;
    responses++;
    const found = compare(exchange);
    for (const deviation of new Set(found)) {
      const times = found.filter((each) => each === deviation).length;
      deviations++;
      console.log(redact(`  ${deviation}${times > 1 ? ` (${times} times)` : ""}`));
    }
  }
  console.log(`live: ${responses} of ${steps.length} responses, ${deviations} deviations`);
  process.exitCode = responses < steps.length ? 2 : deviations > 0 ? 1 : 0;
});
