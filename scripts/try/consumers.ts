/**
 * Publishes the packages to a registry on loopback, installs them in clean folders as different
 * users would, and lets each project get an order from the mock and print it. Then measures what an
 * import adds to a bundle.
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
import { build } from "esbuild";
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

/** Runs a project. @throws unless it prints the order */
async function tryConsumer(
  published: PublishedPackages,
  { files }: NamedProject,
  mockUrl: string,
  order: unknown,
): Promise<string> {
  const all = Object.entries({ ...readProject("consumers/shared"), ...files });
  const asking = all.map(([path, text]) => [path, text.replaceAll(usualMock, mockUrl)]);
  using consumer = await createConsumer(published, {}, Object.fromEntries(asking));
  const printed = await consumer.run("pnpm", "start");
  const orders = printed.split("\n").filter((line) => line.startsWith("{"));
  if (orders.length > 0 && orders.every((line) => isDeepStrictEqual(JSON.parse(line), order))) {
    return "printed the order";
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
  await tryEach("consumers", chosen, (each) => tryConsumer(published, each, mock.url, order));
  if (!values.only) await measureImports(published);
});
