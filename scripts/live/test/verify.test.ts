import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { listen } from "@partner-center/lib/loopback";
import { endWithUs } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { isObject, parseContract, readBundle } from "@partner-center/spec";
import { startMock } from "@partner-center/spec/mock";
import { expect, test } from "vitest";
import { examples } from "../../../packages/client/src/testing/index.ts";

const hint = "Run the same command with --help to see what it takes.\n";
const secrets = {
  PARTNER_CENTER_TOKEN: "eyJhbGciOiJub25lIn0.c2VjcmV0.c2VjcmV0",
  PARTNER_CENTER_CUSTOMER_ID: "0d9c8b7a-6f5e-4d3c-8b2a-190f8e7d6c5b",
  PARTNER_CENTER_ORDER_ID: "fedcba987654",
};

const application = {
  PARTNER_CENTER_TENANT_ID: "contoso",
  PARTNER_CENTER_CLIENT_ID: "app",
  PARTNER_CENTER_CLIENT_SECRET: "hush/hush",
};

interface FakeResponse {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** The responses to the calls of the workflow, in its order. */
type Responses = (request: IncomingMessage) => FakeResponse[];

/** A server that sends the responses one after another; with none left it stays silent. */
async function startService(responses: Responses) {
  const requests: IncomingMessage[] = [];
  const server = await listen((request, response) => {
    requests.push(request);
    const next = responses(request)[requests.length - 1];
    if (!next) return;
    const text = typeof next.body === "string" ? next.body : JSON.stringify(next.body);
    response.writeHead(next.status, next.headers).end(text);
  });
  return { ...server, requests };
}

interface Outcome {
  code: number | null;
  printed: string;
  /** What is left in the folder for temporary files. */
  left: string[];
}

/** Runs the command against a server, with a folder of its own for temporary files. */
async function verify(
  env: Record<string, string>,
  meanwhile: (child: ChildProcess) => void = () => {},
  args: string[] = [],
): Promise<Outcome> {
  using folder = temporaryFolder("verify-live-");
  const script = join(import.meta.dirname, "../verify.ts");
  const inherited = { ...process.env };
  for (const name of Object.keys({ ...secrets, ...application })) delete inherited[name];
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...inherited, TMPDIR: folder.path, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  endWithUs(child);
  let printed = "";
  const keep = (chunk: Buffer) => {
    printed += chunk;
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  meanwhile(child);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const files = readdirSync(folder.path, { recursive: true }).map(String);
  // Node's own, of scripts it has compiled.
  return { code, printed, left: files.filter((file) => !file.startsWith("node-compile-cache")) };
}

const echo = ({ headers }: IncomingMessage) => ({
  "content-type": "application/json; charset=utf-8",
  "ms-requestid": String(headers["ms-requestid"] ?? "3f9b1c60-7a2d-4e88-a5d1-c04e6b92f713"),
  "ms-correlationid": String(headers["ms-correlationid"] ?? "5d0f2b7e-8c14-4a69-b3d2-71e95f06c8a4"),
  "ms-cv": "kT4vXz81QmPe7WsA.0",
});

const conforming: Responses = (request) => [
  {
    status: 200,
    headers: echo(request),
    body: `\uFEFF${JSON.stringify(examples.getOrder["order-legacy"])}`,
  },
  { status: 200, headers: echo(request), body: examples.getOrder["order-new-commerce-priced"] },
  { status: 404, headers: echo(request), body: "" },
  {
    status: 400,
    headers: { ...echo(request), "content-type": "text/json" },
    body: examples.getOrder["fault-400-extended-envelope"],
  },
  { status: 401, headers: echo(request), body: examples.getOrder["fault-401-mfa-required"] },
];

const deviating: Responses = (request) => {
  const { "ms-cv": _missing, ...headers } = echo(request);
  return [
    {
      status: 200,
      headers: { ...headers, "ms-correlationid": "another", "ms-serverid": "a1b2c3" },
      body: {
        id: secrets.PARTNER_CENTER_ORDER_ID,
        referenceCustomerId: secrets.PARTNER_CENTER_CUSTOMER_ID,
        status: "Jan Kowalski",
        billingCycle: "Annual",
        currencyCode: null,
        totalPrice: "162.50",
        inventedNote: "For Jan Kowalski",
        "Jan Kowalski 7": true,
        lineItems: [
          { quantity: "5", renewsTo: [{ termDuration: "P1M" }] },
          { quantity: "6", provisioningContext: { "jan.kowalski@example.com": 1 } },
        ],
      },
    },
    { status: 202, headers: echo(request), body: "" },
    {
      status: 404,
      headers: echo(request),
      body: { code: { value: 20000 }, data: "Jan Kowalski has no such order" },
    },
    { status: 400, headers: { ...echo(request), "content-type": "text/html" }, body: "<p>Jan</p>" },
    { status: 429, headers: echo(request), body: '{"message":"Wait' },
  ];
};

test.concurrent("without the environment, it says what to set", async () => {
  const { code, printed } = await verify({ PARTNER_CENTER_TOKEN: "token" });
  expect({ code, printed }).toEqual({
    code: 2,
    printed: `Set PARTNER_CENTER_CUSTOMER_ID, PARTNER_CENTER_ORDER_ID in the environment.\n${hint}`,
  });
});

test.concurrent("a token is not sent where others may read it", async () => {
  const { code, printed } = await verify({
    ...secrets,
    PARTNER_CENTER_BASE_URL: "http://example.com",
  });
  expect({ code, printed }).toEqual({
    code: 2,
    printed: `PARTNER_CENTER_BASE_URL must start with https://, since a token is sent there.\n${hint}`,
  });
});

test.concurrent("a service that keeps the contract has no deviation", async () => {
  await using service = await startService(conforming);
  const { code, printed, left } = await verify({
    ...secrets,
    PARTNER_CENTER_BASE_URL: `${service.url}/`,
  });
  expect(printed).toBe(`order-found: status 200
order-priced: status 200
order-unknown: status 404
customer-malformed: status 400
token-malformed: status 401
live: 5 of 5 responses, 0 deviations
`);
  expect({ code, left }).toEqual({ code: 0, left: [] });

  const path = `/v1/customers/${secrets.PARTNER_CENTER_CUSTOMER_ID}/orders/${secrets.PARTNER_CENTER_ORDER_ID}`;
  expect(service.requests.map(({ url }) => url)).toEqual([
    path,
    `${path}?include_price=true`,
    path.replace(secrets.PARTNER_CENTER_ORDER_ID, "000000000000"),
    path.replace(secrets.PARTNER_CENTER_CUSTOMER_ID, "no-guid"),
    path,
  ]);
  const [first, , , , last] = service.requests;
  expect(first?.headers.authorization).toBe(`Bearer ${secrets.PARTNER_CENTER_TOKEN}`);
  expect(last?.headers.authorization).toBe("Bearer nobody-issued-this");
  expect(service.requests.map(({ headers }) => headers.prefer)).toEqual(Array(5).fill(undefined));
});

test.concurrent("every deviation is told, and nothing of a customer", async () => {
  await using service = await startService(deviating);
  const { code, printed, left } = await verify({
    ...secrets,
    PARTNER_CENTER_BASE_URL: service.url,
  });
  expect(printed).toBe(`order-found: status 200
  header MS-CV is missing
  header ms-correlationid is not what was sent
  header ms-serverid is not in the contract
  /lineItems/*/quantity must be integer (2 times)
  /lineItems/*/renewsTo must be object
  /lineItems/*/provisioningContext/(24 characters) must be string
  /totalPrice must be number
  /inventedNote is not in the contract
  /(14 characters) is not in the contract
  /billingCycle is not among the listed values: Annual
  /currencyCode is null
  /status is not among the listed values: (12 characters)
order-priced: status 202
  status 202 is not in the contract
order-unknown: status 404
  /code must be string or integer
  /data must be array
customer-malformed: status 400
  content type text/html is not in the contract
token-malformed: status 429
  header Retry-After is missing
  body is not JSON
live: 5 of 5 responses, 18 deviations
`);
  expect({ code, left }).toEqual({ code: 1, left: [] });
  for (const secret of [...Object.values(secrets), "Kowalski", "example.com", "162.50"]) {
    expect(printed).not.toContain(secret);
  }
});

test.concurrent("after Ctrl-C nothing is left", async () => {
  let interrupt = () => {};
  await using service = await startService((request) => {
    if (request.url?.includes("include_price")) interrupt();
    return conforming(request).slice(0, 1);
  });
  const env = { ...secrets, PARTNER_CENTER_BASE_URL: service.url };
  const { code, printed, left } = await verify(env, (child) => {
    interrupt = () => child.kill("SIGINT");
  });
  expect({ code, printed, left }).toEqual({ code: 130, printed: "", left: [] });
});

test.concurrent("what the mock serves beyond the contract is reported as Markdown", async () => {
  using folder = temporaryFolder("live-report-");
  const contract = join(folder.path, "openapi.json");
  const bundle = parseContract(readBundle());
  const { schemas, examples } = bundle.components ?? {};
  if (!isObject(schemas?.Order?.properties)) throw new Error("The contract has no order");
  schemas.Order.properties.inventedNote = { type: "string" };
  for (const example of Object.values(examples ?? {})) {
    if (!("value" in example) || !isObject(example.value) || !example.value.lineItems) continue;
    example.value.inventedNote = "For Jan Kowalski";
  }
  writeFileSync(contract, JSON.stringify(bundle));
  await using mock = await startMock({ contract });
  const report = join(folder.path, "report.md");
  const env = { ...secrets, PARTNER_CENTER_BASE_URL: mock.url };
  const differing = await verify(env, undefined, ["--report", report]);
  expect(differing.code).toBe(1);
  const markdown = readFileSync(report, "utf8");
  expect(markdown).toMatch(/^The service differs from the contract, version .*5 of 5 responses, /);
  expect(markdown).toMatch(
    /### order-found: status 200\n\n```text\n(.*\n)*\/inventedNote is not in the contract\n```/,
  );
  for (const secret of [...Object.values(secrets), "Kowalski"]) {
    expect(markdown).not.toContain(secret);
  }
});

test.concurrent("a report of before is removed when nothing differs; an application gets its token", async () => {
  using folder = temporaryFolder("live-report-");
  const report = join(folder.path, "report.md");
  writeFileSync(report, "Of last week.");
  const asked: string[] = [];
  await using provider = await listen(async (request, response) => {
    asked.push(`${request.url} ${await text(request)}`);
    response.end(JSON.stringify({ access_token: secrets.PARTNER_CENTER_TOKEN }));
  });
  await using service = await startService(conforming);
  const { PARTNER_CENTER_TOKEN: token, ...ids } = secrets;
  const env = { ...ids, ...application, PARTNER_CENTER_BASE_URL: service.url };
  const { code, printed } = await verify(
    { ...env, PARTNER_CENTER_LOGIN_URL: provider.url },
    undefined,
    ["--report", report],
  );
  expect({ code, exists: existsSync(report) }).toEqual({ code: 0, exists: false });
  expect(printed).not.toContain(application.PARTNER_CENTER_CLIENT_SECRET);
  expect(service.requests[0]?.headers.authorization).toBe(`Bearer ${token}`);
  expect(asked).toEqual([
    "/contoso/oauth2/v2.0/token grant_type=client_credentials&client_id=app&client_secret=hush%2Fhush" +
      "&scope=https%3A%2F%2Fapi.partnercenter.microsoft.com%2F.default",
  ]);
});

test.concurrent("a refused application is told by the code of the refusal alone", async () => {
  await using provider = await listen((_, response) => {
    const body = { error: "invalid_client", error_description: "Secret hush/hush of app is wrong" };
    response.writeHead(401).end(JSON.stringify(body));
  });
  const { PARTNER_CENTER_TOKEN: _, ...ids } = secrets;
  const env = { ...ids, ...application, PARTNER_CENTER_LOGIN_URL: provider.url };
  expect(await verify(env)).toMatchObject({
    code: 1,
    printed: "The identity provider gives no token: status 401 (invalid_client)\n",
  });
});
