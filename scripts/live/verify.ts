/**
 * Makes the calls of the workflow `read-order` to the real service, and tells where its answers and
 * the contract differ. Nothing secret and nothing of the customer's is printed, and what came back
 * is never written down: it passes through a proxy that keeps it in memory.
 *
 * Usage: npm run check -- live        with these in the environment:
 *   PARTNER_CENTER_TOKEN        an access token for https://api.partnercenter.microsoft.com
 *   PARTNER_CENTER_CUSTOMER_ID  the tenant ID of a customer
 *   PARTNER_CENTER_ORDER_ID     the ID of an order of that customer
 *   PARTNER_CENTER_BASE_URL     optional: another host, such as that of China
 * Ends with 0 without a deviation, with 1 with one, and with 2 when nothing could be compared.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals, make } from "@partner-center/lib/run";
import { parseContract, readBundle, specFolder } from "@partner-center/spec";
import { redocly } from "@partner-center/spec/redocly";
import { createComparison } from "./compare-response.ts";
import { type RecordingProxy, startProxy } from "./recording-proxy.ts";

const workflow = join(specFolder, "workflows/read-orders.arazzo.yaml");

/** What stands for the secrets in the workflow: respect never sees the real ones. */
const standIns = {
  token: "token-of-the-environment",
  customerId: "11111111-2222-4333-8444-555555555555",
  orderId: "abcdef012345",
};

interface Environment {
  secrets: Record<keyof typeof standIns, string>;
  baseUrl: string;
}

/** Reads the environment. @throws with what to set */
function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const read = (name: string) => env[`PARTNER_CENTER_${name}`] ?? "";
  const secrets = {
    token: read("TOKEN"),
    customerId: read("CUSTOMER_ID"),
    orderId: read("ORDER_ID"),
  };
  const baseUrl = read("BASE_URL") || "https://api.partnercenter.microsoft.com";
  const missing = Object.entries({
    PARTNER_CENTER_TOKEN: secrets.token,
    PARTNER_CENTER_CUSTOMER_ID: secrets.customerId,
    PARTNER_CENTER_ORDER_ID: secrets.orderId,
  }).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0) throw new Error(`Set ${missing.join(", ")} in the environment.`);
  if (!/^https:|^http:\/\/(127\.|localhost\b|\[::1\])/.test(baseUrl)) {
    throw new Error(
      "PARTNER_CENTER_BASE_URL must start with https://, since a token is sent there.",
    );
  }
  return { secrets, baseUrl: baseUrl.replace(/\/+$/, "") };
}

/** Lets `redocly respect` make the calls. Its verdict is ignored: it sees nothing but the status. */
async function makeCalls(proxy: RecordingProxy): Promise<void> {
  // A status must not end the workflow: the calls after it are to be compared as well.
  const checks = ["STATUS_CODE", "SUCCESS_CRITERIA"];
  const inputs = Object.entries(standIns).map(([name, value]) => `--input=${name}=${value}`);
  await redocly.print(
    "respect",
    workflow,
    "--workflow=read-order",
    `--server=orders=${proxy.url}`,
    `--severity=${checks.map((check) => `${check}_CHECK=warn`).join(",")}`,
    ...inputs,
  );
}

/** The names of the workflow's steps, in the order of its calls. */
function readSteps(): string[] {
  const text = readFileSync(workflow, "utf8");
  const [, first = ""] = text.split(/^ {2}- workflowId: /m);
  return [...first.matchAll(/stepId: (\S+)/g)].map(([, name]) => name ?? "");
}

async function main(): Promise<void> {
  const { secrets, baseUrl } = readEnvironment(process.env);
  await make("bundle", "spec");
  const compare = createComparison(parseContract(readBundle()), "getOrder");
  const replace = (text: string) =>
    text
      .replace(standIns.token, secrets.token)
      .replace(standIns.customerId, encodeURIComponent(secrets.customerId))
      .replace(standIns.orderId, encodeURIComponent(secrets.orderId));
  // None should come up; if one does, it is not printed.
  const redact = (text: string) =>
    Object.values(secrets).reduce((clean, secret) => clean.replaceAll(secret, "[redacted]"), text);

  await using proxy = await startProxy(baseUrl, replace);
  await makeCalls(proxy);

  const steps = readSteps();
  let [answers, deviations] = [0, 0];
  for (const [index, step] of steps.entries()) {
    const exchange = proxy.exchanges[index];
    if (!exchange) {
      console.log(`${step}: no answer`);
      continue;
    }
    answers++;
    console.log(`${step}: answered ${exchange.status}`);
    for (const [deviation, times] of count(compare(exchange))) {
      deviations++;
      console.log(redact(`  ${deviation}${times > 1 ? ` (${times} times)` : ""}`));
    }
  }
  console.log(`verify: ${answers} of ${steps.length} calls answered, ${deviations} deviations`);
  process.exitCode = answers < steps.length ? 2 : deviations > 0 ? 1 : 0;
}

function count(texts: string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

readArguments();
exitOnSignals();
try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
