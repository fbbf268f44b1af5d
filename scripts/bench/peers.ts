/** The clients beside ours: what they are, and one order fetched with each. Installed by the bench alone. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackages, publishedPackages, unpackPackages } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const contract = join(root, "spec/dist/openapi.json");

const versions = {
  "@hey-api/openapi-ts": "0.99.0",
  "@redocly/cli": "2.77.0",
  axios: "1.21.1",
  esbuild: "0.28.2",
  ky: "2.1.0",
  ofetch: "1.5.1",
  "openapi-fetch": "0.17.0",
  "openapi-typescript": "7.13.0",
  // Later ones want a package that not every registry has.
  orval: "8.30.0",
  typescript: "5.9.3",
};

const path = "/v1/customers/a-customer/orders/an-order";

export interface Peer {
  name: string;
  /** What a Node program imports; nothing for what is generated into the program. */
  module?: string;
  /** TypeScript: a function from a server's address and a fetch to the call that is measured. */
  source: string;
}

/** In this order; each gets one order with a bearer token and gives its id. */
export const peers: Peer[] = [
  {
    name: "raw fetch",
    source: `import type { Order } from "@partner-center/types";
export const setUp = (baseUrl: string, fetch: typeof globalThis.fetch) => async () => {
  const response = await fetch(baseUrl + "${path}", { headers: { authorization: "Bearer token" } });
  const order: Order = await response.json();
  return order.id;
};`,
  },
  {
    name: "ours",
    module: "@partner-center/client",
    source: `import { createClient } from "@partner-center/client";
export const setUp = (baseUrl: string, fetch: typeof globalThis.fetch) => {
  const client = createClient({ credential: "token", baseUrl, fetch });
  return async () => {
    const { data } = await client.getOrder({ customerId: "a-customer", orderId: "an-order" });
    return data.id;
  };
};`,
  },
  {
    name: "openapi-fetch",
    module: "openapi-fetch",
    source: `import createClient from "openapi-fetch";
import type { paths } from "@partner-center/types";
export const setUp = (baseUrl: string, fetch: typeof globalThis.fetch) => {
  const client = createClient<paths>({ baseUrl, fetch, headers: { authorization: "Bearer token" } });
  return async () => {
    const { data } = await client.GET("/v{version}/customers/{customer_id}/orders/{order_id}", {
      params: { path: { version: "1", customer_id: "a-customer", order_id: "an-order" } },
    });
    return data?.id;
  };
};`,
  },
  {
    name: "ky",
    module: "ky",
    source: `import ky from "ky";
import type { Order } from "@partner-center/types";
export const setUp = (baseUrl: string, fetch: typeof globalThis.fetch) => {
  const client = ky.create({ baseUrl, fetch, headers: { authorization: "Bearer token" } });
  return async () => (await client.get("${path}").json<Order>()).id;
};`,
  },
  {
    name: "ofetch",
    module: "ofetch",
    source: `import { createFetch } from "ofetch";
import type { Order } from "@partner-center/types";
export const setUp = (baseURL: string, fetch: typeof globalThis.fetch) => {
  const client = createFetch({ fetch, defaults: { baseURL, headers: { authorization: "Bearer token" } } });
  return async () => (await client<Order>("${path}")).id;
};`,
  },
  {
    name: "axios",
    module: "axios",
    source: `import axios from "axios";
import type { Order } from "@partner-center/types";
export const setUp = (baseURL: string, fetch: typeof globalThis.fetch) => {
  // Over HTTP it goes its own way, as it does for who installs it.
  const instant = fetch === globalThis.fetch ? {} : { adapter: "fetch" as const, env: { fetch } };
  const client = axios.create({ baseURL, headers: { authorization: "Bearer token" }, ...instant });
  return async () => (await client.get<Order>("${path}")).data.id;
};`,
  },
  {
    name: "hey-api",
    source: `import { createClient, createConfig } from "./hey-api/client/index.js";
import { getOrder } from "./hey-api/sdk.gen.js";
export const setUp = (baseUrl: string, fetch: typeof globalThis.fetch) => {
  const client = createClient(createConfig({ baseUrl, fetch, auth: "token" }));
  return async () => {
    const path = { version: "1", customer_id: "a-customer", order_id: "an-order" };
    const { data } = await getOrder({ client, path });
    return data?.id;
  };
};`,
  },
  {
    name: "orval",
    source: `import { getOrder } from "./orval/client.js";
export const setUp = (_baseUrl: string, fetch: typeof globalThis.fetch) => {
  globalThis.fetch = fetch; // It takes no other.
  return async () => {
    const headers = { authorization: "Bearer token" };
    const { data, status } = await getOrder("1", "a-customer", "an-order", {}, { headers });
    return status === 200 ? data.id : undefined;
  };
};`,
  },
  {
    name: "Redocly",
    source: `import { createClient, OPERATIONS, type Ops } from "./redocly/client.js";
export const setUp = (serverUrl: string, fetch: typeof globalThis.fetch) => {
  const client = createClient<Ops>(OPERATIONS, { serverUrl, fetch, auth: { bearer: "token" } });
  return async () => {
    const path = { version: "1", customer_id: "a-customer", order_id: "an-order" };
    return (await client.getOrder({ path })).id;
  };
};`,
  },
];

/** Commands that generate a client, to be run where the peers are installed. */
export const generators: Record<string, (contract: string, baseUrl?: string) => string> = {
  "hey-api": (contract) =>
    `openapi-ts --input ${contract} --output hey-api --plugins @hey-api/client-fetch @hey-api/sdk @hey-api/typescript`,
  orval: (contract, baseUrl = "http://127.0.0.1") =>
    `node --eval "require('fs').writeFileSync('orval.config.mjs', 'export default ' + JSON.stringify({ api: { input: '${contract}', output: { target: 'orval/client.ts', client: 'fetch', baseUrl: '${baseUrl}' } } }))" && orval --config orval.config.mjs`,
  Redocly: (contract) => `redocly generate-client ${contract} --output redocly/client.ts`,
};

/**
 * Installs the peers into a folder of its own, with our packed packages beside them, and generates
 * the clients that are generated, for a server at `baseUrl`.
 */
export async function installPeers(baseUrl: string): Promise<{ folder: string } & Disposable> {
  await run("turbo", [
    "run",
    "build",
    "--filter=@partner-center/client",
    "--output-logs=errors-only",
  ]);
  const folder = mkdtempSync(join(tmpdir(), "bench-peers-"));
  const manifest = { private: true, type: "module", dependencies: versions };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: folder,
    capture: true,
  });
  const packages = publishedPackages().filter(({ directory }) => /types|client/.test(directory));
  await unpackPackages(await packPackages(folder, { packages }), join(folder, "node_modules"));
  for (const command of Object.values(generators)) {
    const PATH = `${join(folder, "node_modules/.bin")}:${process.env.PATH}`;
    execFileSync("sh", ["-c", command(contract, baseUrl)], {
      cwd: folder,
      stdio: "pipe",
      env: { ...process.env, PATH },
    });
  }
  for (const { name, source } of peers) writeFileSync(join(folder, fileOf(name)), source);
  return {
    folder,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The file of a peer's source. */
export const fileOf = (name: string) => `${name.replaceAll(" ", "-")}.ts`;
