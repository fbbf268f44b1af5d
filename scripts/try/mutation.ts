/**
 * Mutation testing: Stryker breaks the client's source in many small ways, of which the tests have to
 * notice at least 90 %. Prints every change that no test noticed. Stryker is installed by this command
 * alone, beside a copy of the client.
 *
 * Usage: npm run check -- mutation [--only FILE ...] [--since]
 *   --only    such as src/transport/retry.ts; all files by default
 *   --since   reuses the last run's results for what has not changed since
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { createProject } from "@partner-center/lib/consumer";
import { main } from "@partner-center/lib/main";
import { make, run } from "@partner-center/lib/run";
import { readProject } from "./project.ts";
import { choose, only } from "./try-each.ts";

const root = join(import.meta.dirname, "../..");
const lastRun = join(root, "node_modules/.cache/mutation.json");

const sources = globSync("src/**/*.ts", { cwd: join(root, "packages/client") })
  // Those are compared with the contract instead.
  .filter((file) => !file.startsWith("src/generated/"))
  .map((name) => ({ name }));

/** Copies the client. Its property tests draw 10,000 values, far more than a mutant needs. */
function copyClient(folder: string): void {
  const client = join(folder, "packages/client");
  for (const name of ["src", "situations", "test", "package.json"]) {
    cpSync(join(root, "packages/client", name), join(client, name), { recursive: true });
  }
  for (const name of globSync("test/**/*.test.ts", { cwd: client })) {
    const path = join(client, name);
    writeFileSync(path, readFileSync(path, "utf8").replace("numRuns: 10_000", "numRuns: 30"));
  }
  symlinkSync(join(root, "packages/client/node_modules"), join(client, "node_modules"));
  symlinkSync(join(root, "spec"), join(folder, "spec"));
  // The one that the tests import.
  symlinkSync(join(root, "node_modules/vitest"), join(folder, "node_modules/vitest"));
}

const options = { ...only, since: { type: "boolean", default: false } } as const; // As parseArgs wants.

await main(import.meta, { options }, async ({ values }) => {
  const mutated = choose(sources, values.only).map(({ name }) => `packages/client/${name}`);
  const files = readProject("mutation");
  const config = { ...JSON.parse(files["stryker.config.json"] ?? ""), mutate: mutated };
  // One file may be below the limit for all of them.
  if (values.only) config.thresholds.break = null;
  await make("build", "types");
  using project = await createProject(
    {},
    {
      ...files,
      "stryker.config.json": JSON.stringify(config),
      "pnpm-workspace.yaml":
        "minimumReleaseAge: 0\nstrictDepBuilds: false\nautoInstallPeers: false\n",
    },
  );
  copyClient(project.folder);
  const results = join(project.folder, "mutation.json");
  if (values.since && existsSync(lastRun)) cpSync(lastRun, results);
  try {
    await run(join(project.folder, "node_modules/.bin/stryker"), ["run"], { cwd: project.folder });
  } finally {
    mkdirSync(dirname(lastRun), { recursive: true });
    if (existsSync(results)) cpSync(results, lastRun);
  }
});
