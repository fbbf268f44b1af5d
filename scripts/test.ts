/**
 * Runs every check and test, shows which one is running, and ends with a summary. The fast checks
 * come first; the others run only when those pass.
 *
 * Usage: npm test                  exits 1 when a check failed, or, with CI set, a test was skipped
 *        npm run check -- fast     the fast checks alone
 *        npm run check -- setup    tests that few changes of the contract or of a package affect
 */
import { rmSync } from "node:fs";
import { styleText } from "node:util";
import { isCheckout } from "@partner-center/lib/checkout";
import { main } from "@partner-center/lib/main";
import { type Failure, tellReasons } from "@partner-center/lib/reasons";
import { RunError, run } from "@partner-center/lib/run";
import { describeTests, listFailures, readTestReport } from "./check/test-report.ts";

interface Check {
  name: string;
  command: string[];
  /**
   * The tests that it runs, which leave a report. Their output is shown as it comes; of other checks,
   * only that of a failure.
   */
  suite?: Suite;
}

type FailedCheck = Check & Failure;

/**
 * What a change of the contract needs, the cheapest to fix first. The drift check comes before
 * anything generates, because a build would hide the drift.
 */
const fastChecks: Check[] = [
  { name: "generated files match the contract", command: ["turbo", "run", "generate:check"] },
  { name: "contract lint and score", command: ["turbo", "run", "lint", "lint:bundle", "score"] },
  { name: "sources, translations, examples", command: ["node", "spec/checks/check-contract.ts"] },
  { name: "format, code lint, import rules", command: ["biome", "check", "--error-on-warnings"] },
  {
    name: "build of types and client",
    command: ["turbo", "run", "build", "--filter=@partner-center/client"],
  },
  { name: "public surface as reviewed", command: ["node", "scripts/check/api.ts"] },
];

/** Need what `build` makes, and nothing of each other. */
const staticChecks: Check[] = [
  { name: "types of scripts and tests", command: ["tsc", "--noEmit"] },
  { name: "unused files, exports, dependencies", command: ["knip"] },
  {
    name: "no circle between folders",
    command: ["depcruise", "--config=scripts/check/folders.json", "spec", "packages", "scripts"],
  },
  { name: "packages as published", command: ["node", "scripts/release/check-packages.ts"] },
];

/** Tests that only `npm run check -- setup` runs. */
const setupTests = [
  "packages/docs/test/other-contracts.test.ts",
  "scripts/check/test/setup",
  "scripts/dev/test",
  "scripts/release/test/kills.test.ts",
  "scripts/release/test/pack.test.ts",
  "scripts/release/test/version-run.test.ts",
  "scripts/semver/test/corpus.test.ts",
  "scripts/semver/test/pull-request.test.ts",
  "scripts/semver/test/semver.test.ts",
  "scripts/setup/test",
];

const suites = ["packages", "others", "setup"] as const; // Literal types.
type Suite = (typeof suites)[number];
const reportOf = (suite: Suite) => `coverage/${suite}.json`;

/** Runs tests with vitest, which leaves a report of them. */
function runTests(suite: Suite, ...options: string[]): Pick<Check, "command" | "suite"> {
  const reporters = ["--reporter=default", "--reporter=json"];
  const output = `--outputFile.json=${reportOf(suite)}`;
  return { suite, command: ["vitest", "run", ...reporters, output, ...options] };
}

const testChecks: Check[] = [
  {
    name: "tests of types and client, with coverage",
    ...runTests("packages", "--coverage", "--exclude={spec,scripts,packages/docs}/**"),
  },
  {
    name: "tests of the contract, the site and the scripts",
    ...runTests(
      "others",
      "--typecheck.enabled=false",
      "--exclude=packages/{client,types}/**",
      ...setupTests.map((path) => `--exclude=${path}{,/**}`),
    ),
  },
];

const setupCheck: Check = {
  name: "tests of installation, commands, caching, the gate, packing and killed releases",
  ...runTests("setup", "--typecheck.enabled=false", ...setupTests),
};

/** @returns the check when it failed */
async function runCheck(check: Check): Promise<FailedCheck[]> {
  const { name, command, suite } = check;
  const [program = "", ...args] = command;
  const begin = performance.now();
  const tellEnd = (mark: string) => {
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${mark} ${name} ${styleText("dim", `${seconds} s`)}`);
  };
  console.log(styleText("dim", `▸ ${name}: ${command.join(" ")}`));
  try {
    await run(program, args, { capture: suite === undefined, keep: true });
    tellEnd(styleText("green", "✓"));
    return [];
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    tellEnd(styleText("red", "✗"));
    return [{ ...check, reason: error instanceof RunError ? error.reason : String(error) }];
  }
}

async function runInTurn(checks: Check[]): Promise<FailedCheck[]> {
  const failed: FailedCheck[] = [];
  for (const check of checks) failed.push(...(await runCheck(check)));
  return failed;
}

function tellChecks(count: number, failed: FailedCheck[]): void {
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(`\nchecks: ${count - failed.length} of ${count} passed, ${seconds} s`);
  for (const { name } of failed) console.log(styleText("red", `  failed: ${name}`));
  if (failed.length > 0) process.exitCode = 1;
}

function tellTests(): void {
  const reports = suites.map((suite) => readTestReport(reportOf(suite)));
  console.log(describeTests(reports, isCheckout()));
  for (const name of reports.flatMap(({ repeated }) => repeated)) {
    console.log(styleText("yellow", `  passed on the second attempt: ${name}`));
  }
  const skipped = reports.flatMap((report) => report.skipped);
  if (process.env.CI === undefined || skipped.length === 0) return;
  for (const name of skipped) console.log(`  skipped: ${name}`);
  console.log("A test was skipped, and CI must run them all.");
  process.exitCode = 1;
}

/** Ends with the errors of failed tests, and what other failed checks printed last. */
function tellErrors(failed: FailedCheck[]): void {
  const testsOf = ({ suite }: Check) =>
    suite === undefined ? [] : readTestReport(reportOf(suite)).failed;
  tellReasons(
    failed.filter((check) => testsOf(check).length === 0),
    30,
  );
  const tests = failed.flatMap(testsOf);
  if (tests.length > 0) console.log(["", ...listFailures(tests, 30)].join("\n"));
}

async function runAll(): Promise<void> {
  const build: Check = { name: "build", command: ["turbo", "run", "build"] };
  const others = [build, ...staticChecks, ...testChecks];
  const count = fastChecks.length + others.length;
  console.log(`${count} checks, about 3 minutes; the first ${fastChecks.length} about 15 s`);
  const failed = await runInTurn(fastChecks);
  if (failed.length > 0) {
    tellChecks(fastChecks.length, failed);
    console.log(`The other ${others.length} checks wait until these pass.`);
    tellErrors(failed);
    return;
  }
  failed.push(...(await runCheck(build)));
  failed.push(...(await Promise.all(staticChecks.map(runCheck))).flat());
  failed.push(...(await runInTurn(testChecks)));
  tellChecks(count, failed);
  tellTests();
  tellErrors(failed);
}

const options = {
  fast: { type: "boolean", default: false },
  setup: { type: "boolean", default: false },
} as const; // Literal types, as parseArgs wants them.

await main(import.meta, { options }, async ({ values: { fast, setup } }) => {
  for (const suite of suites) rmSync(reportOf(suite), { force: true });
  if (!fast && !setup) return await runAll();
  const checks = setup ? [setupCheck] : fastChecks;
  const failed = await runInTurn(checks);
  tellChecks(checks.length, failed);
  if (setup) tellTests();
  tellErrors(failed);
});
