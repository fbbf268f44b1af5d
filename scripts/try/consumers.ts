/**
 * Publishes the packages to a registry on loopback, installs them in clean folders as different
 * users would, and lets each get an order from the mock and print it. Then measures what an import
 * adds to a bundle.
 *
 * Usage: npm run check -- consumers [-- NAME ...]     (all, or those whose name is given)
 */

import { isDeepStrictEqual, styleText } from "node:util";
import {
  createConsumer,
  type PublishedPackages,
  publishLocally,
} from "@partner-center/lib/consumer";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals } from "@partner-center/lib/run";
import { startMock } from "@partner-center/spec/mock";
import { type ConsumerCase, esmCases } from "./consumer-cases.ts";
import { commonJsCases } from "./consumer-cases-commonjs.ts";
import { measureBundles } from "./measure-bundles.ts";

const consumerCases = [...esmCases, ...commonJsCases];
const orderPath = "/v1/customers/4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8/orders/9e41c07b52da";

/** Runs one consumer; throws unless the last line that it prints is the order. */
async function check(
  published: PublishedPackages,
  { dependencies, files, run, type }: ConsumerCase,
  baseUrl: string,
  wanted: unknown,
): Promise<void> {
  const all = { ...published.versions, ...dependencies };
  using consumer = await createConsumer(published, all, files(baseUrl), type);
  const printed = (await run(consumer)).trim();
  const order: unknown = JSON.parse(printed.slice(printed.lastIndexOf("\n") + 1));
  if (!isDeepStrictEqual(order, wanted)) throw new Error(`It printed another order:\n${printed}`);
}

async function main(names: string[]): Promise<void> {
  await using published = await publishLocally();
  const mock = await startMock();
  try {
    const answer = await fetch(mock.url + orderPath, { headers: { authorization: "Bearer any" } });
    const wanted: unknown = await answer.json();
    const chosen = consumerCases.filter(({ name }) => names.length === 0 || names.includes(name));
    let failures = 0;
    for (const consumerCase of chosen) {
      const begin = performance.now();
      const { name, missing } = consumerCase;
      const report = (mark: string) => {
        const seconds = ((performance.now() - begin) / 1000).toFixed(1);
        console.log(`${name.padEnd(20)}${mark} ${styleText("dim", `${seconds} s`)}`);
      };
      if (missing) {
        report(styleText("yellow", `missing: ${missing}`));
        continue;
      }
      try {
        await check(published, consumerCase, mock.url, wanted);
        report(styleText("green", "printed the order"));
      } catch (error) {
        failures++;
        report(styleText("red", "failed"));
        console.error(error instanceof Error ? error.message : error);
      }
    }
    const available = chosen.filter(({ missing }) => !missing).length;
    console.log(`consumers: ${available - failures} of ${chosen.length} printed the order`);
    const isSmall = names.length > 0 || (await measureBundles(published));
    if (failures > 0 || !isSmall) process.exitCode = 1;
  } finally {
    await mock.close();
  }
}

const { words } = readArguments({ words: consumerCases.map(({ name }) => name) });
exitOnSignals();
await main(words);
