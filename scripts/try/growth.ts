/**
 * Adds operations to a copy of the contract, by files in `spec/` alone, and goes through everything
 * that is made from it: a list with pages, a sub-resource, a POST, a PATCH and a DELETE, in two tags.
 *
 * Usage: npm run check -- growth        (exits 1 when a step failed; the steps after it run too)
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { styleText } from "node:util";
import { main } from "@partner-center/lib/main";
import { type Failure, tellReasons } from "@partner-center/lib/reasons";
import { copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { type Contract, operationsOf, parseContract } from "@partner-center/spec";
import { addToContract } from "./growth/add-to-contract.ts";
import { type BuiltClient, callOperations } from "./growth/call-operations.ts";
import { findUnshown, pagesOf } from "./growth/read-pages.ts";

/** What may differ afterwards: the additions, what is made from them, and the changeset. */
const expected = [
  /^spec\/(openapi\.yaml|overlays\/|paths\/|components\/)/,
  /^packages\/types\/src\/openapi\.ts$/,
  /^packages\/client\/src\/generated\//,
  /^packages\/[^/]+\/api\/[^/]+\.api\.md$/,
  /^\.changeset\//,
];

interface Step {
  does: string;
  /** Resolves to its figure. */
  run: () => unknown;
}

/** The steps in a copy that has the additions, in the order of the README's. */
function listSteps({ folder, run }: WorkspaceCopy): Step[] {
  const bundle = join(folder, "spec/dist/openapi.json");
  const readContract = (): Contract => parseContract(readFileSync(bundle, "utf8"));
  const load = async (file: string): Promise<BuiltClient> =>
    import(pathToFileURL(join(folder, "packages/client/dist", file)).href);
  return [
    { does: "npm start", run: async () => lastLine(await run("npm", "start")) },
    {
      does: "operations of the contract",
      run: () => `${operationsOf(readContract()).length}, ${tagsOf(readContract())} tags`,
    },
    {
      does: "npm run check -- api --accept",
      run: async () => {
        const output = await run("npm", "run", "check", "--", "api", "--accept");
        return `${output.match(/: written$/gm)?.length ?? 0} reports written`;
      },
    },
    {
      does: "npm run semver -- --write",
      run: async () => {
        await run("npm", "run", "semver", "--", "--write");
        const changed = await run("git", "status", "--porcelain", ".changeset");
        return changed.trim() || fail("no changeset was written");
      },
    },
    {
      does: "the gate says minor",
      run: async () => {
        const json = await run("node", "scripts/semver/semver.ts", "--format=json");
        const { bump }: { bump: Record<string, string> } = JSON.parse(json);
        const bumps = Object.entries(bump).map(([name, level]) => `${name} ${level}`);
        const isMinor = bump.types === "minor" && !Object.values(bump).includes("major");
        return isMinor ? bumps.join(", ") : fail(bumps.join(", "));
      },
    },
    {
      does: "every operation and success through the built client",
      run: async () => {
        const { createClient } = await load("index.js");
        const { validate } = await load("validate/index.js");
        const calls = await callOperations(readContract(), bundle, { createClient, validate });
        return `${calls} calls`;
      },
    },
    {
      does: "every page shows its parameters and bodies",
      run: () => {
        const pages = pagesOf(readContract());
        const site = join(folder, "packages/docs/dist");
        const missing = pages.flatMap((page) => findUnshown(site, page));
        if (missing.length > 0) fail(missing.join("\n"));
        const names = pages.reduce((sum, page) => sum + page.names.length, 0);
        return `${names} names on ${pages.length} pages`;
      },
    },
    {
      does: "Polish is complete",
      run: async () => lastLine(await run("node", "spec/checks/check-translation.ts")),
    },
    {
      does: "npm run check -- coverage",
      run: async () => {
        const output = await run("npm", "run", "check", "--", "coverage");
        const lines = output.match(/^\w+ +\d+ of \d+, \d+ %$/gm) ?? [];
        if (lines.length === 0) fail(output);
        return lines.map((line) => line.replaceAll(/ +/g, " ")).join("; ");
      },
    },
    {
      does: "npm test",
      run: async () => lastLine(await run("npm", "test"), /^(checks|tests): /),
    },
    {
      does: "nothing but generated files and reports differs",
      run: async () => {
        const status = await run("git", "status", "--porcelain", "--untracked-files=all", "-z");
        const files = status.split("\0").flatMap((line) => line.slice(3) || []);
        const others = files.filter((file) => !expected.some((path) => path.test(file)));
        return others.length > 0 ? fail(others.join("\n")) : `${files.length} files`;
      },
    },
  ];
}

const tagsOf = (contract: Contract): number => contract.tags?.length ?? 0;

function fail(message: string): never {
  throw new Error(message);
}

/** The last line that is not empty, of those that match. */
const lastLine = (output: string, pattern = /\S/): string =>
  output
    .split("\n")
    .filter((line) => pattern.test(line))
    .at(-1) ?? "";

/** Runs a step and prints its line. @returns why it failed */
async function runStep({ does, run }: Step): Promise<Failure[]> {
  const begin = performance.now();
  const tell = (mark: string, figure: unknown) => {
    const seconds = `${((performance.now() - begin) / 1000).toFixed(1)} s`;
    console.log(`${mark} ${does}: ${figure} ${styleText("dim", seconds)}`);
  };
  try {
    tell(styleText("green", "✓"), await run());
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tell(styleText("red", "✗"), reason);
    return [{ name: does, reason }];
  }
}

await main(import.meta, {}, async () => {
  await using workspace = await copyWorkspace();
  const files = addToContract(join(workspace.folder, "spec"));
  console.log(`${files.length} files added to spec/`);
  const steps = listSteps(workspace);
  const failed: Failure[] = [];
  for (const step of steps) failed.push(...(await runStep(step)));
  console.log(`growth: ${steps.length - failed.length} of ${steps.length} steps passed`);
  if (failed.length > 0) process.exitCode = 1;
  tellReasons(failed, 50);
});
