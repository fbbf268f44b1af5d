/**
 * Compiles a consumer of the packed packages with every minor of TypeScript from 5.0 on, with each
 * way of resolving modules, and for Node without a browser's types: strict, with
 * exactOptionalPropertyTypes and every declaration checked.
 *
 * Usage: npm run check -- typescript     (installs the compilers in a temporary folder)
 */

import { availableParallelism } from "node:os";
import { join } from "node:path";
import { styleText } from "node:util";
import { type Consumer, createConsumer, publishLocally } from "@partner-center/lib/consumer";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals } from "@partner-center/lib/run";
import support from "../../support.json" with { type: "json" };

/** The last patch of each minor. */
const compilers = support.typescript.tested;

const dom = { lib: ["es2022", "dom", "dom.iterable"], types: [] };

const resolutions: Record<string, object> = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext", ...dom },
  bundler: { module: "esnext", moduleResolution: "bundler", ...dom },
  // A service, which has Node's globals and not those of a browser.
  "node alone": { module: "nodenext", lib: ["es2022"], types: ["node"] },
};

/** @types/node, with its declarations checked, needs TypeScript 5.2 itself. */
const notApplicable = ["5.0.4 node alone", "5.1.6 node alone"];

const options = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  skipLibCheck: false,
  target: "es2022",
  noEmit: true,
};

/** Uses each part of the packages once, with what must not compile beside what must. */
const source = `
import {
  createClient, createFetch, isApiError, isPartnerCenterError, type Client, type Result,
} from "@partner-center/client";
import { createTestFetch, orders } from "@partner-center/client/testing";
import { orderSchema, validate } from "@partner-center/client/validate";
import {
  isKnownOrderStatus, orderStatusValues, specVersion,
  type GetOrderParams, type KnownOrderStatus, type Order, type OrderStatus, type paths,
} from "@partner-center/types";

const client: Client = createClient({
  credential: async () => ({ token: "token", expiresOnTimestamp: 0 }),
  baseUrl: "http://127.0.0.1:1",
});

export async function read(): Promise<number> {
  try {
    const result: Result<Order> = await client.getOrder(
      { customerId: "a", orderId: "b", includePrice: true },
      { signal: new AbortController().signal },
    );
    const sent: Order = result.data;
    const lines = sent.lineItems?.map((line) => line.offerId?.length ?? 0) ?? [];
    // @ts-expect-error no such member
    result.data.statuss;
    // @ts-expect-error a required argument
    await client.getOrder({ customerId: "a" });
    return lines.length;
  } catch (error) {
    if (isApiError(error)) return error.status;
    if (isPartnerCenterError(error) && error.kind === "timeout") return error.timeoutMs;
    throw error;
  }
}

export const listed: OrderStatus = "completed";
export const unlisted: OrderStatus = "of tomorrow";
// @ts-expect-error a status is a text
export const wrong: OrderStatus = 1;

export function narrow(status: OrderStatus): KnownOrderStatus {
  return isKnownOrderStatus(status) ? status : "unknown";
}

export const values: readonly KnownOrderStatus[] = orderStatusValues;
export const version: string = specVersion;
export const parameters: GetOrderParams = {
  path: { version: "1", customer_id: "a", order_id: "b" },
};
export const schema: { readonly "~standard": { readonly version: 1 } } = orderSchema;
export const tested: Client = createClient({
  credential: "token",
  fetch: createTestFetch(429, "order-legacy", { body: orders["order-minimal"] }),
  validate: validate({ mode: "throw" }),
});
// @ts-expect-error no such example
createTestFetch("order-of-tomorrow");
export type Operation = paths["/v{version}/customers/{customer_id}/orders/{order_id}"]["get"];
export const answer: Promise<Response> = createFetch({ credential: "token" })("http://127.0.0.1:1");
`;

function tsconfigOf(resolution: string): string {
  return `tsconfig.${resolution.replace(" ", "-")}.json`;
}

function alias(version: string): string {
  return `typescript-${version}`;
}

async function compile(
  consumer: Consumer,
  version: string,
  resolution: string,
): Promise<string | undefined> {
  try {
    const tsc = join("node_modules", alias(version), "bin", "tsc");
    await consumer.run("node", tsc, "-p", tsconfigOf(resolution));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function main(): Promise<void> {
  await using published = await publishLocally();
  const dependencies = {
    ...published.versions,
    "@types/node": "24.19.2",
    ...Object.fromEntries(
      compilers.map((version) => [alias(version), `npm:typescript@${version}`]),
    ),
  };
  const files = Object.fromEntries(
    Object.entries(resolutions).map(([name, resolution]) => [
      tsconfigOf(name),
      JSON.stringify({ compilerOptions: { ...options, ...resolution }, files: ["index.ts"] }),
    ]),
  );
  using consumer = await createConsumer(published, dependencies, { ...files, "index.ts": source });

  const names = Object.keys(resolutions);
  const jobs = compilers
    .flatMap((version) => names.map((resolution) => ({ version, resolution })))
    .filter(({ version, resolution }) => !notApplicable.includes(`${version} ${resolution}`));
  const outcomes = new Map<string, string | undefined>();
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const outcome = await compile(consumer, job.version, job.resolution);
      outcomes.set(`${job.version} ${job.resolution}`, outcome);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));

  console.log(`TypeScript  ${names.map((name) => name.padEnd(12)).join("")}`);
  for (const version of compilers) {
    const cells = names.map((name) => {
      const job = `${version} ${name}`;
      if (!outcomes.has(job)) return "n/a".padEnd(12);
      const failed = outcomes.get(job) !== undefined;
      return styleText(failed ? "red" : "green", (failed ? "fails" : "ok").padEnd(12));
    });
    console.log(`${version.padEnd(12)}${cells.join("")}`);
  }
  const failures = [...outcomes].filter(([, outcome]) => outcome !== undefined);
  for (const [name, outcome] of failures) console.error(`\n${name}:\n${outcome}`);
  console.log(`typescript: ${outcomes.size - failures.length} of ${outcomes.size} compile`);
  if (failures.length > 0) process.exitCode = 1;
}

readArguments();
exitOnSignals();
await main();
