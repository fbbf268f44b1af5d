/**
 * Makes the calls of the workflow `read-order` to the real service, and prints where its responses
 * differ from the contract. No secret and no customer data is printed, and the responses are never
 * written down: they pass through a proxy that keeps them in memory.
 *
 * Usage: npm run check -- live [--report FILE]     with these in the environment:
 *   PARTNER_CENTER_TOKEN        an access token for https://api.partnercenter.microsoft.com; or, for an
 *                               application that gets one, PARTNER_CENTER_TENANT_ID,
 *                               PARTNER_CENTER_CLIENT_ID and PARTNER_CENTER_CLIENT_SECRET
 *   PARTNER_CENTER_CUSTOMER_ID  the tenant ID of a customer
 *   PARTNER_CENTER_ORDER_ID     the ID of an order of that customer
 *   PARTNER_CENTER_BASE_URL     optional: another host, such as that of China
 *   PARTNER_CENTER_LOGIN_URL    optional: another identity provider
 *
 *   --report   writes the differences as Markdown, if there are any
 *
 * Exits with 0 without a deviation, and with 2 when the environment is wrong or a response is missing.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main, refuse } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { parseContract, readBundle, specFolder } from "@partner-center/spec";
import { redocly } from "@partner-center/spec/redocly";
import { createComparison } from "./compare-response.ts";
import { startProxy } from "./recording-proxy.ts";
import { type CallResult, countDeviations, renderMarkdown, renderText } from "./report.ts";
import { requestToken } from "./request-token.ts";

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
  const application = ["TENANT_ID", "CLIENT_ID", "CLIENT_SECRET"];
  const isApplication = !read("TOKEN") && application.some(read);
  const names = [...(isApplication ? application : ["TOKEN"]), "CUSTOMER_ID", "ORDER_ID"];
  const missing = names.filter((name) => !read(name)).map((name) => `PARTNER_CENTER_${name}`);
  if (missing.length > 0) refuse(`Set ${missing.join(", ")} in the environment.`);
  const readUrl = (name: string, usual: string, sent: string) => {
    const url = read(name) || usual;
    if (/^https:|^http:\/\/(127\.|localhost\b|\[::1\])/.test(url)) return url.replace(/\/+$/, "");
    return refuse(
      `PARTNER_CENTER_${name} must start with https://, since a ${sent} is sent there.`,
    );
  };
  const [tenantId = "", clientId = "", clientSecret = ""] = application.map(read);
  const loginUrl = readUrl("LOGIN_URL", "https://login.microsoftonline.com", "secret");
  return {
    baseUrl: readUrl("BASE_URL", "https://api.partnercenter.microsoft.com", "token"),
    token: read("TOKEN"),
    application: { tenantId, clientId, clientSecret, loginUrl },
    customerId: read("CUSTOMER_ID"),
    orderId: read("ORDER_ID"),
  };
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

const options = { report: { type: "string" } } as const; // As parseArgs wants.

await main(import.meta, { options }, async ({ values: { report } }) => {
  const { baseUrl, application, customerId, orderId, ...given } = readEnvironment();
  if (report) rmSync(report, { force: true });
  await make("bundle", "spec");
  const contract = parseContract(readBundle());
  const compare = createComparison(contract);
  const token = given.token || (await requestToken(application));
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

  const calls = readSteps().map((step, index): CallResult => {
    const exchange = proxy.exchanges[index];
    const deviations = exchange ? compare(exchange).map(redact) : [];
    return { step, status: exchange?.status, deviations };
  });
  console.log(renderText(calls));
  const isDifferent = countDeviations(calls) > 0;
  if (report && isDifferent) writeFileSync(report, renderMarkdown(calls, contract.info.version));
  const isMissing = calls.some(({ status }) => status === undefined);
  process.exitCode = isMissing ? 2 : isDifferent ? 1 : 0;
});
