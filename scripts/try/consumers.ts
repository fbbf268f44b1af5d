/**
 * Publishes the packages to a registry on loopback, installs them in clean folders as different
 * users would, and lets each project get an order from the mock and print it, on this machine's own
 * Node. Then measures what an import adds to a bundle.
 *
 * Usage: npm run check -- consumers [--only NAME ...]     by default all of them
 */
import { isDeepStrictEqual } from "node:util";
import {
  createConsumer,
  type PublishedPackages,
  publishLocally,
} from "@partner-center/lib/consumer";
import { main } from "@partner-center/lib/main";
import { run } from "@partner-center/lib/run";
import { build } from "esbuild";
import { type MachineNode, machineNode } from "./machine-node.ts";
import { type NamedProject, readProject, readProjects } from "./project.ts";
import { choose, only, tryEach } from "./try-each.ts";

/** The mock that the projects ask, as they are written: that of `npm run mock`. */
const usualMock = "http://127.0.0.1:4010";
const orderPath = "/v1/customers/4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8/orders/9e41c07b52da";

/** What a program may import, and how many bytes that may add to its minified bundle. */
const imports = {
  'import type { Order } from "@partner-center/types"; export type Mine = Order': 0,
  'import { Order } from "@partner-center/types"; export type Mine = Order': 0,
  'import "@partner-center/client"': 0,
  'import { isKnownOrderStatus } from "@partner-center/types"; console.log(isKnownOrderStatus)': 1_000,
};

interface Surroundings {
  published: PublishedPackages;
  node: MachineNode;
  mockUrl: string;
  /** What the mock serves. */
  order: unknown;
}

/** Runs a project. @throws unless all of its programs print the order, and run on the machine's Node */
async function tryConsumer(
  { files }: NamedProject,
  { published, node, mockUrl, order }: Surroundings,
): Promise<string> {
  const all = Object.entries({ ...readProject("consumers/shared"), ...files });
  const asking = all.map(([path, text]) => [path, text.replaceAll(usualMock, mockUrl)]);
  using consumer = await createConsumer(published, {}, Object.fromEntries(asking));
  const options = { cwd: consumer.folder, env: node.env, capture: true };
  const printed = await run("pnpm", ["start"], options);
  const lines = [...printed.matchAll(/^(v\d+\.\d+\.\d+) (\{.*)$/gm)];
  const [version, ...others] = new Set(lines.map(([, version]) => version));
  if (version !== node.version || others.length > 0) {
    throw new Error(`It did not run on Node ${node.version} alone:\n${printed}`);
  }
  if (lines.every(([, , line = ""]) => isDeepStrictEqual(JSON.parse(line), order))) {
    return `printed the order on Node ${version}`;
  }
  throw new Error(`It did not print the order:\n${printed}`);
}

async function measureImports(published: PublishedPackages): Promise<void> {
  using consumer = await createConsumer(published, published.versions);
  for (const [code, limit] of Object.entries(imports)) {
    const { outputFiles } = await build({
      stdin: { contents: code, loader: "ts", resolveDir: consumer.folder },
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
      logLevel: "error",
    });
    const size = outputFiles[0]?.contents.length ?? 0;
    console.log(`${code}: ${size} bytes of ${limit} allowed`);
    if (size > limit) process.exitCode = 1;
  }
}

await main(import.meta, { options: only }, async ({ values }) => {
  const chosen = choose(readProjects("consumers"), values.only);
  const { startMock } = await import("@partner-center/spec/mock");
  await using published = await publishLocally();
  await using mock = await startMock();
  const headers = { authorization: "Bearer any" };
  const order: unknown = await (await fetch(mock.url + orderPath, { headers })).json();
  using node = machineNode();
  const surroundings = { published, node, mockUrl: mock.url, order };
  await tryEach("consumers", chosen, (each) => tryConsumer(each, surroundings));
  if (!values.only) await measureImports(published);
});
