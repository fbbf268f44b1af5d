/**
 * Mutation testing: Stryker breaks the client's source in many small ways, and the tests have to
 * notice at least 90 % of them. It is installed by this command alone, beside a copy of the client,
 * and prints every change that no test noticed.
 *
 * Usage: npm run check -- mutation [-- FILE ...] [--since]
 *   FILE      such as src/transport/retry.ts; all when none is named
 *   --since   takes up the last run's results for what has not changed since
 */

import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createProject } from "@partner-center/lib/consumer";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals, make, run } from "@partner-center/lib/run";

const root = fileURLToPath(new URL("../..", import.meta.url));
const lastRun = join(root, "node_modules/.cache/mutation.json");
const version = "10.1.1";

/** Generated: they are compared with the contract instead. */
const generated = [
  "!packages/client/src/generated/validators.ts",
  "!packages/client/src/generated/order-progress.ts",
  "!packages/client/src/generated/examples.ts",
];

const configuration = (files: string[]) => ({
  mutate: [
    ...(files.length > 0
      ? files.map((file) => `packages/client/${file}`)
      : ["packages/client/src/**/*.ts"]),
    ...generated,
  ],
  // All of this is a copy.
  inPlace: true,
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  coverageAnalysis: "perTest",
  concurrency: 2,
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: "mutation.json",
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: files.length > 0 ? null : 90 },
  allowConsoleColors: false,
  checkers: [],
});

/** These look at what is built, not at what the source does. */
const otherTests = ["size", "bundle", "formats"].map((name) => `**/${name}.test.ts`);

const vitestConfiguration = `
export default {
  test: { include: ["packages/client/test/**/*.test.ts"], exclude: ${JSON.stringify(otherTests)} },
};
`;

/** Copies the client. Its properties draw 10,000 times, which no mutant needs. */
function copyClient(folder: string): void {
  const client = join(folder, "packages/client");
  for (const name of ["src", "situations", "test", "package.json"]) {
    cpSync(join(root, "packages/client", name), join(client, name), { recursive: true });
  }
  for (const name of readdirSync(join(client, "test"), { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".test.ts")) continue;
    const path = join(client, "test", name);
    writeFileSync(path, readFileSync(path, "utf8").replace("numRuns: 10_000", "numRuns: 30"));
  }
  symlinkSync(join(root, "packages/client/node_modules"), join(client, "node_modules"));
  symlinkSync(join(root, "spec"), join(folder, "spec"));
  // The one that the tests import.
  symlinkSync(join(root, "node_modules/vitest"), join(folder, "node_modules/vitest"));
}

async function main(files: string[], since: boolean): Promise<void> {
  const dependencies = {
    "@stryker-mutator/core": version,
    "@stryker-mutator/vitest-runner": version,
  };
  await make("build", "types");
  using project = await createProject(dependencies, {
    "pnpm-workspace.yaml":
      "minimumReleaseAge: 0\nstrictDepBuilds: false\nautoInstallPeers: false\n",
    "vitest.config.mjs": vitestConfiguration,
    "stryker.config.json": JSON.stringify(configuration(files)),
  });
  copyClient(project.folder);
  const results = join(project.folder, "mutation.json");
  if (since && existsSync(lastRun)) cpSync(lastRun, results);
  try {
    await run(join(project.folder, "node_modules/.bin/stryker"), ["run"], { cwd: project.folder });
  } finally {
    mkdirSync(dirname(lastRun), { recursive: true });
    if (existsSync(results)) cpSync(results, lastRun);
  }
}

const { values, words: files } = readArguments({
  words: globSync("src/**/*.ts", { cwd: join(root, "packages/client") }),
  options: { since: { type: "boolean", default: false } },
});
exitOnSignals();
try {
  await main(files, values.since);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
