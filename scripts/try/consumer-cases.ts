/** The ways in which other projects take the client, each to print one order. */
import { join } from "node:path";
import type { Consumer, ProjectType } from "@partner-center/lib/consumer";
import { askWorker } from "./workerd.ts";

export interface ConsumerCase {
  name: string;
  /** What its `.js` files are; ES modules unless it says otherwise. */
  type?: ProjectType;
  dependencies?: Record<string, string>;
  /** The project's files, for a service at the given address. */
  files(baseUrl: string): Record<string, string>;
  /** Builds what is to be built, runs it and resolves to what it printed. */
  run(consumer: Consumer): Promise<string>;
  /** Why this one can't be had on this machine. */
  missing?: string;
}

/** The order that each asks for, as code. */
export const parameters = `{
  customerId: "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8",
  orderId: "9e41c07b52da",
}`;

const esm = (baseUrl: string) => `
import { createClient, isPartnerCenterError } from "@partner-center/client";
const client = createClient({ credential: "token", baseUrl: ${JSON.stringify(baseUrl)} });
const { data } = await client.getOrder(${parameters});
if (isPartnerCenterError(data)) throw data;
console.log(JSON.stringify(data));
`;

const commonJs = (baseUrl: string) => `
const { createClient } = require("@partner-center/client");
const client = createClient({ credential: "token", baseUrl: ${JSON.stringify(baseUrl)} });
client.getOrder(${parameters}).then(({ data }) => console.log(JSON.stringify(data)));
`;

const worker = (baseUrl: string) => `
import { createClient } from "@partner-center/client";
export default {
  async fetch() {
    const client = createClient({ credential: "token", baseUrl: ${JSON.stringify(baseUrl)} });
    const { data } = await client.getOrder(${parameters});
    return Response.json(data);
  },
};
`;

/** A project whose bundler writes bundle.mjs, which has to run with nothing else beside it. */
function bundled(
  name: string,
  dependencies: Record<string, string>,
  command: string[],
  files: Record<string, string> = {},
): ConsumerCase {
  return {
    name,
    dependencies,
    files: (baseUrl) => ({ "index.js": esm(baseUrl), ...files }),
    run: async (consumer) => {
      await consumer.run("pnpm", "exec", ...command);
      return consumer.run("node", "bundle.mjs");
    },
  };
}

/** Only for this platform does the registry have these binaries under a name of their own. */
const isLinux = process.platform === "linux" && process.arch === "x64";
export const onLinux = isLinux ? {} : { missing: "only tried on Linux x64" };

const esbuild = { esbuild: "0.28.2" };
const webpack = { webpack: "5.112.2", "webpack-cli": "7.3.1" };

const webpackConfig = (resolve: object) => `
export default {
  mode: "production",
  target: "es2022",
  entry: "./index.js",
  experiments: { outputModule: true },
  output: { path: import.meta.dirname, filename: "bundle.mjs", module: true, library: { type: "module" } },
  resolve: ${JSON.stringify(resolve)},
};
`;

export const esmCases: ConsumerCase[] = [
  {
    name: "node-esm",
    files: (baseUrl) => ({ "index.js": esm(baseUrl) }),
    run: (consumer) => consumer.run("node", "index.js"),
  },
  {
    name: "node-commonjs",
    files: (baseUrl) => ({ "index.cjs": commonJs(baseUrl) }),
    run: (consumer) => consumer.run("node", "index.cjs"),
  },
  bundled("vite", { vite: "8.3.8" }, ["vite", "build", "--logLevel=warn"], {
    "vite.config.js": `export default {
      build: {
        lib: { entry: "index.js", formats: ["es"], fileName: () => "bundle.mjs" },
        target: "es2022",
        outDir: ".",
        emptyOutDir: false,
      },
    };`,
  }),
  bundled("webpack", webpack, ["webpack"], { "webpack.config.js": webpackConfig({}) }),
  bundled("esbuild", esbuild, [
    "esbuild",
    "index.js",
    "--bundle",
    "--format=esm",
    "--outfile=bundle.mjs", // biome-ignore format: a command
  ]),
  bundled("rollup", { rollup: "4.68.5", "@rollup/plugin-node-resolve": "16.0.3" }, [
    "rollup",
    "index.js",
    "--plugin=node-resolve",
    "--format=es",
    "--file=bundle.mjs",
  ]),
  // The conditions under which Next.js resolves packages for server components on the edge.
  bundled("next-like", webpack, ["webpack"], {
    "webpack.config.js": webpackConfig({
      conditionNames: ["react-server", "edge-light", "worker", "browser", "import", "module", "default"], // biome-ignore format: a list
      mainFields: ["module", "main"],
      fullySpecified: true,
    }),
  }),
  {
    name: "bun",
    dependencies: { "@oven/bun-linux-x64": "1.4.4" },
    files: (baseUrl) => ({ "index.js": esm(baseUrl) }),
    run: (consumer) => consumer.run("node_modules/@oven/bun-linux-x64/bin/bun", "index.js"),
    ...onLinux,
  },
  {
    name: "deno",
    dependencies: { "@deno/linux-x64-glibc": "2.9.6" },
    files: (baseUrl) => ({ "index.js": esm(baseUrl) }),
    run: (consumer) =>
      consumer.run(
        "node_modules/@deno/linux-x64-glibc/deno",
        "run",
        "--quiet",
        "--no-remote",
        "--node-modules-dir=manual",
        "--allow-net=127.0.0.1",
        "index.js", // biome-ignore format: a command
      ),
    ...onLinux,
  },
  {
    name: "worker",
    dependencies: { ...esbuild, "@cloudflare/workerd-linux-64": "1.20261117.1" },
    files: (baseUrl) => ({ "worker.js": worker(baseUrl) }),
    run: async (consumer) => {
      await consumer.run(
        "pnpm",
        "exec",
        "esbuild",
        "worker.js",
        "--bundle",
        "--format=esm",
        "--conditions=workerd,worker,browser",
        "--outfile=bundle.mjs", // biome-ignore format: a command
      );
      const { folder } = consumer;
      const workerd = join(folder, "node_modules/@cloudflare/workerd-linux-64/bin/workerd");
      return askWorker(workerd, folder, "bundle.mjs");
    },
    ...onLinux,
  },
];
