/**
 * Runs every check and test, shows which one is at work, and ends with a summary. The quick checks
 * come first, and the rest only when they pass.
 *
 * Usage: npm test            (exits 1 when a check failed, or, with CI set, when a test was skipped)
 *        npm run check -- fast    the quick checks alone
 *        npm run check -- setup   what a change of the contract or of a package does not reach
 */
import { rmSync } from "node:fs";
import { styleText } from "node:util";
import { isCheckout } from "@partner-center/lib/checkout";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals, run } from "@partner-center/lib/run";
import { describeTests, readTestReports } from "./check/test-report.ts";

interface Check {
  name: string;
  command: string[];
  /** Show what it prints: progress of what takes long, and figures. */
  live?: boolean;
}

/** Runs tests with vitest, which leaves their counts in a report. */
function runTests(report: string, ...options: string[]): string[] {
  const reporters = ["--reporter=default", "--reporter=json"];
  return ["vitest", "run", ...reporters, `--outputFile.json=coverage/${report}`, ...options];
}

const testReports = ["packages.json", "others.json", "setup.json"];
const [packagesReport = "", othersReport = "", setupReport = ""] = testReports;
const reportUrl = (name: string) => new URL(`../coverage/${name}`, import.meta.url);

/**
 * What the contract and its changes need, cheapest to mend first. In this order: the drift check
 * comes before anything generates, else the build would mend it.
 */
const quickChecks: Check[] = [
  { name: "generated files match the contract", command: ["turbo", "run", "generate:check"] },
  {
    name: "contract lint, source and bundle",
    command: ["turbo", "run", "lint", "lint:bundle", "score"],
  },
  {
    name: "sources, translations and examples of all that the contract has",
    command: ["node", "spec/checks/check-contract.ts"],
  },
  { name: "format and code lint", command: ["biome", "check", "--error-on-warnings"] },
  {
    name: "build of types and client",
    command: ["turbo", "run", "build", "--filter=@partner-center/client"],
  },
  { name: "public surface as reviewed", command: ["node", "scripts/check/api.ts"] },
];

/** Tests that only `npm run check -- setup` runs. */
const setupTests = [
  "scripts/check/test/commands.test.ts",
  "scripts/check/test/type-tests.test.ts",
  "scripts/dev/test/**",
  "scripts/release/test/pack.test.ts",
  "scripts/setup/test/**",
];

const longChecks: Check[] = [
  { name: "build", command: ["turbo", "run", "build"] },
  { name: "types of scripts and tests", command: ["tsc", "--noEmit"] },
  { name: "unused files, exports, dependencies", command: ["knip"] },
  {
    name: "hovers say what the contract says",
    command: ["node", "scripts/check/hovers.ts"],
    live: true,
  },
  {
    name: "cost of a call to the type checker",
    command: ["node", "scripts/check/type-cost.ts"],
    live: true,
  },
  {
    name: "packages as they are published",
    command: ["node", "scripts/release/check-packages.ts"],
    live: true,
  },
  {
    name: "tests of the packages, with coverage",
    command: runTests(packagesReport, "--coverage", "--exclude={spec,scripts}/**"),
    live: true,
  },
  {
    // Without coverage, which would take half as long again.
    name: "tests of the contract and the scripts",
    command: runTests(
      othersReport,
      "--typecheck.enabled=false",
      "--exclude=packages/**",
      ...setupTests.map((test) => `--exclude=${test}`),
    ),
    live: true,
  },
];

/** What a change of the contract or of a package does not reach. */
const setupChecks: Check[] = [
  {
    name: "tests of installation, commands and packing",
    command: runTests(
      setupReport,
      "--typecheck.enabled=false",
      "--exclude=packages/**",
      ...setupTests.map((test) => test.replace("**", "")),
    ),
    live: true,
  },
];

async function runCheck({ name, command: [program = "", ...args], live }: Check): Promise<boolean> {
  const begin = performance.now();
  const line = (mark: string) => {
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    return `${mark} ${name} ${styleText("dim", `${seconds} s`)}`;
  };
  console.log(styleText("dim", `▸ ${name}: ${[program, ...args].join(" ")}`));
  try {
    await run(program, args, { capture: !live });
    console.log(line(styleText("green", "✓")));
    return true;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    console.log(line(styleText("red", "✗")));
    return false;
  }
}

/** Runs the checks one after another. @returns the names of those that failed */
async function runChecks(checks: Check[]): Promise<string[]> {
  const failed: string[] = [];
  for (const check of checks) {
    if (!(await runCheck(check))) failed.push(check.name);
  }
  return failed;
}

function tellChecks(count: number, failed: string[]): void {
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(`\nchecks: ${count - failed.length} of ${count} passed, ${seconds} s`);
  for (const name of failed) console.log(styleText("red", `  failed: ${name}`));
  if (failed.length > 0) process.exitCode = 1;
}

function tellTests(): void {
  const counts = readTestReports(testReports.map(reportUrl));
  console.log(describeTests(counts, isCheckout()));
  if (process.env.CI === undefined || counts.skipped === 0) return;
  console.error("A test was skipped, and CI must run them all.");
  process.exitCode = 1;
}

const { fast: quick, setup } = readArguments({
  options: {
    fast: { type: "boolean", default: false },
    setup: { type: "boolean", default: false },
  },
}).values;
exitOnSignals();
for (const name of testReports) rmSync(reportUrl(name), { force: true });
if (setup) {
  tellChecks(setupChecks.length, await runChecks(setupChecks));
  tellTests();
} else {
  const all = [...quickChecks, ...(quick ? [] : longChecks)];
  console.log(
    quick
      ? `${all.length} quick checks, which take about 15 s`
      : `${all.length} checks, which take about 3 minutes; the first ${quickChecks.length} about 15 s`,
  );
  const failedQuickly = await runChecks(quickChecks);
  if (quick || failedQuickly.length > 0) {
    tellChecks(quickChecks.length, failedQuickly);
    if (!quick) console.log(`The other ${longChecks.length} checks wait until these pass.`);
  } else {
    tellChecks(all.length, await runChecks(longChecks));
    tellTests();
  }
}
