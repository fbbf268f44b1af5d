/** The clients beside ours: what they are, and one order fetched with each. Installed by the bench alone. */
import { writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { packPackages, publishedPackages, unpackPackages } from "@partner-center/lib/packages";
import { make, run } from "@partner-center/lib/run";
import { type TemporaryFolder, temporaryFolder } from "@partner-center/lib/temporary-folder";
import { bundlePath } from "@partner-center/spec";

const dependencies = {
  "@hey-api/openapi-ts": "0.99.0",
  "@redocly/cli": "2.77.0",
  axios: "1.21.1",
  esbuild: "0.28.2",
  ky: "2.1.0",
  ofetch: "1.5.1",
  "openapi-fetch": "0.17.0",
  "openapi-typescript": "7.13.0",
  // Later ones need a package that not every registry has.
  orval: "8.30.0",
  typescript: "5.9.3",
};

const path = "/v1/customers/a-customer/orders/an-order";
const parameters = `{ version: "1", customer_id: "a-customer", order_id: "an-order" }`;
const headers = `{ authorization: "Bearer token" }`;

/** TypeScript. */
interface Peer {
  imports?: string;
  /** What is done once, with `baseUrl` and `fetch`. */
  setUp?: string;
  /** Gets one order with a bearer token and gives its id: an expression, or statements in braces. */
  call: string;
}

/** By name, in the order of the tables. */
export const peers: Record<string, Peer> = {
  "raw fetch": {
    call: `{
      const response = await fetch(baseUrl + "${path}", { headers: ${headers} });
      const order: Order = await response.json();
      return order.id;
    }`,
  },
  ours: {
    imports: `import { createClient } from "@partner-center/client";`,
    setUp: `const client = createClient({ credential: "token", baseUrl, fetch });`,
    call: `(await client.getOrder({ customerId: "a-customer", orderId: "an-order" })).data.id`,
  },
  "openapi-fetch": {
    imports: `import createClient from "openapi-fetch";`,
    setUp: `const client = createClient<paths>({ baseUrl, fetch, headers: ${headers} });
      const url = "/v{version}/customers/{customer_id}/orders/{order_id}";`,
    call: `(await client.GET(url, { params: { path: ${parameters} } })).data?.id`,
  },
  ky: {
    imports: `import ky from "ky";`,
    setUp: `const client = ky.create({ baseUrl, fetch, headers: ${headers} });`,
    call: `(await client.get("${path}").json<Order>()).id`,
  },
  ofetch: {
    imports: `import { createFetch } from "ofetch";`,
    setUp: `const defaults = { baseURL: baseUrl, headers: ${headers} };
      const client = createFetch({ fetch, defaults });`,
    call: `(await client<Order>("${path}")).id`,
  },
  axios: {
    imports: `import axios from "axios";`,
    // Over HTTP it uses no fetch, as it is installed.
    setUp: `const instant = fetch === globalThis.fetch ? {} : { adapter: "fetch" as const, env: { fetch } };
      const client = axios.create({ baseURL: baseUrl, headers: ${headers}, ...instant });`,
    call: `(await client.get<Order>("${path}")).data.id`,
  },
  "hey-api": {
    imports: `import { createClient, createConfig } from "./hey-api/client/index.js";
      import { getOrder } from "./hey-api/sdk.gen.js";`,
    setUp: `const client = createClient(createConfig({ baseUrl, fetch, auth: "token" }));`,
    call: `(await getOrder({ client, path: ${parameters} })).data?.id`,
  },
  orval: {
    imports: `import { getOrder } from "./orval/client.js";`,
    // It takes no other fetch.
    setUp: "globalThis.fetch = fetch;",
    call: `{
      const options = { headers: ${headers} };
      const { data, status } = await getOrder("1", "a-customer", "an-order", {}, options);
      return status === 200 ? data.id : undefined;
    }`,
  },
  Redocly: {
    imports: `import { createClient, OPERATIONS, type Ops } from "./redocly/client.js";`,
    setUp: `const auth = { bearer: "token" };
      const client = createClient<Ops>(OPERATIONS, { serverUrl: baseUrl, fetch, auth });`,
    call: `(await client.getOrder({ path: ${parameters} })).id`,
  },
};

/** A module whose `setUp` makes the call that is measured. */
const sourceOf = ({ imports = "", setUp = "", call }: Peer) => `
import type { Order, paths } from "@partner-center/types";
${imports}
export const setUp = (baseUrl: string, fetch: typeof globalThis.fetch) => {
  ${setUp}
  return async () => ${call};
};
`;

/** The file of a peer's source. */
export const fileOf = (name: string) => `${name.replaceAll(" ", "-")}.ts`;

/**
 * Installs the peers into a folder of its own, with our packed packages beside them, and generates
 * the clients that are generated, for a server at `baseUrl`.
 */
export async function installPeers(baseUrl: string): Promise<TemporaryFolder> {
  await make("build", "client");
  const folder = temporaryFolder("bench-peers-");
  const write = (name: string, content: string) => writeFileSync(join(folder.path, name), content);
  const PATH = `${join(folder.path, "node_modules/.bin")}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH };
  const runHere = (program: string, ...args: string[]) =>
    run(program, args, { cwd: folder.path, env, capture: true });

  write("package.json", JSON.stringify({ private: true, type: "module", dependencies }));
  await runHere("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts");
  const packages = publishedPackages().filter(({ directory }) => /types|client/.test(directory));
  const packed = await packPackages(folder.path, { packages });
  await unpackPackages(packed, join(folder.path, "node_modules"));

  const plugins = ["@hey-api/client-fetch", "@hey-api/sdk", "@hey-api/typescript"];
  const input = ["--input", bundlePath];
  await runHere("openapi-ts", ...input, "--output", "hey-api", "--plugins", ...plugins);
  await runHere("redocly", "generate-client", bundlePath, "--output", "redocly/client.ts");
  const output = { target: "orval/client.ts", client: "fetch", baseUrl };
  const api = JSON.stringify({ api: { input: bundlePath, output } });
  write("orval.config.mjs", `export default ${api};`);
  await runHere("orval", "--config", "orval.config.mjs");
  for (const [name, peer] of Object.entries(peers)) write(fileOf(name), sourceOf(peer));
  return folder;
}
