import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endWithUs } from "@partner-center/lib/run";
import { expect, test } from "vitest";
import { apiFaults, orders } from "../../../packages/client/src/testing/index.ts";

const secrets = {
  PARTNER_CENTER_TOKEN: "eyJhbGciOiJub25lIn0.c2VjcmV0.c2VjcmV0",
  PARTNER_CENTER_CUSTOMER_ID: "0d9c8b7a-6f5e-4d3c-8b2a-190f8e7d6c5b",
  PARTNER_CENTER_ORDER_ID: "fedcba987654",
};

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** What a server answers to each call of the workflow, in its order. */
type Answers = (request: IncomingMessage) => Answer[];

interface Service extends AsyncDisposable {
  url: string;
  requests: IncomingMessage[];
}

/** A server that answers the calls one after another; with no answer left it keeps silent. */
async function startService(answers: Answers): Promise<Service> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    requests.push(request);
    const answer = answers(request)[requests.length - 1];
    if (!answer) return;
    const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status, answer.headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // A string only for a pipe.
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
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
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "verify-live-"));
  try {
    const script = fileURLToPath(new URL("../verify.ts", import.meta.url));
    const inherited = { ...process.env };
    for (const name of Object.keys(secrets)) delete inherited[name];
    const child = spawn(process.execPath, [script], {
      env: { ...inherited, TMPDIR: folder, ...env },
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
    const files = readdirSync(folder, { recursive: true }).map(String);
    // Node's own, of scripts it has compiled.
    return { code, printed, left: files.filter((file) => !file.startsWith("node-compile-cache")) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const echo = ({ headers }: IncomingMessage) => ({
  "content-type": "application/json; charset=utf-8",
  "ms-requestid": String(headers["ms-requestid"] ?? "3f9b1c60-7a2d-4e88-a5d1-c04e6b92f713"),
  "ms-correlationid": String(headers["ms-correlationid"] ?? "5d0f2b7e-8c14-4a69-b3d2-71e95f06c8a4"),
  "ms-cv": "kT4vXz81QmPe7WsA.0",
});

const conforming: Answers = (request) => [
  { status: 200, headers: echo(request), body: `\uFEFF${JSON.stringify(orders["order-legacy"])}` },
  { status: 200, headers: echo(request), body: orders["order-new-commerce-priced"] },
  { status: 404, headers: echo(request), body: "" },
  {
    status: 400,
    headers: { ...echo(request), "content-type": "text/json" },
    body: apiFaults["fault-400-extended-envelope"],
  },
  { status: 401, headers: echo(request), body: apiFaults["fault-401-mfa-required"] },
];

const deviating: Answers = (request) => {
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
    printed: "Set PARTNER_CENTER_CUSTOMER_ID, PARTNER_CENTER_ORDER_ID in the environment.\n",
  });
});

test.concurrent("a token is not sent where others may read it", async () => {
  const { code, printed } = await verify({
    ...secrets,
    PARTNER_CENTER_BASE_URL: "http://example.com",
  });
  expect({ code, printed }).toEqual({
    code: 2,
    printed: "PARTNER_CENTER_BASE_URL must start with https://, since a token is sent there.\n",
  });
});

test.concurrent("a service that keeps the contract has no deviation", {
  timeout: 60_000,
}, async () => {
  await using service = await startService(conforming);
  const { code, printed, left } = await verify({
    ...secrets,
    PARTNER_CENTER_BASE_URL: `${service.url}/`,
  });
  expect(printed).toBe(`order-found: answered 200
order-priced: answered 200
order-unknown: answered 404
customer-malformed: answered 400
token-malformed: answered 401
verify: 5 of 5 calls answered, 0 deviations
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

test.concurrent("every deviation is told, and nothing of a customer", {
  timeout: 60_000,
}, async () => {
  await using service = await startService(deviating);
  const { code, printed, left } = await verify({
    ...secrets,
    PARTNER_CENTER_BASE_URL: service.url,
  });
  expect(printed).toBe(`order-found: answered 200
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
order-priced: answered 202
  status 202 is not in the contract
order-unknown: answered 404
  /code must be string or integer
  /data must be array
customer-malformed: answered 400
  content type text/html is not in the contract
token-malformed: answered 429
  header Retry-After is missing
  body is not JSON
verify: 5 of 5 calls answered, 18 deviations
`);
  expect({ code, left }).toEqual({ code: 1, left: [] });
  for (const secret of [...Object.values(secrets), "Kowalski", "example.com", "162.50"]) {
    expect(printed).not.toContain(secret);
  }
});

test.concurrent("after Ctrl-C nothing is left", { timeout: 60_000 }, async () => {
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
