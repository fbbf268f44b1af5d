/**
 * Runs every check and test, shows which one is at work, and ends with a summary.
 *
 * Usage: npm test            (exits 1 when a check failed, or, with CI set, when a test was skipped)
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { styleText } from "node:util";
import { exitOnSignals, run } from "./run.ts";

interface Check {
  name: string;
  command: string[];
  /** Show what it prints: progress of what takes long, and figures. */
  live?: boolean;
}

const testReport = new URL("../coverage/tests.json", import.meta.url);

/** In this order: the drift check comes before anything generates, else the build would mend it. */
const checks: Check[] = [
  { name: "generated files match the contract", command: ["turbo", "run", "generate:check"] },
  {
    name: "contract lint, source and bundle",
    command: ["turbo", "run", "lint", "lint:bundle", "score"],
  },
  { name: "build", command: ["turbo", "run", "build"] },
  { name: "format and code lint", command: ["biome", "check", "--error-on-warnings"] },
  { name: "types of scripts and tests", command: ["tsc", "--noEmit"] },
  { name: "unused files, exports, dependencies", command: ["knip"] },
  { name: "public surface as reviewed", command: ["node", "scripts/check-api.ts"] },
  {
    name: "hovers say what the contract says",
    command: ["node", "scripts/check-hovers.ts"],
    live: true,
  },
  {
    name: "cost of a call to the type checker",
    command: ["node", "scripts/check-type-cost.ts"],
    live: true,
  },
  {
    name: "packages as they are published",
    command: ["node", "scripts/check-packages.ts"],
    live: true,
  },
  { name: "tests", command: ["vitest", "run", "--coverage"], live: true },
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

interface TestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

/** What vitest reports; nothing passed when it ended too early to report anything. */
function readTestReport(): { passed: number; failed: number; skipped: number } {
  if (!existsSync(testReport)) return { passed: 0, failed: 0, skipped: 0 };
  const report: TestReport = JSON.parse(readFileSync(testReport, "utf8"));
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
}

exitOnSignals();
rmSync(testReport, { force: true });
const failedChecks: string[] = [];
for (const check of checks) {
  if (!(await runCheck(check))) failedChecks.push(check.name);
}

const tests = readTestReport();
console.log(`\nchecks: ${checks.length - failedChecks.length} of ${checks.length} passed`);
for (const name of failedChecks) console.log(styleText("red", `  failed: ${name}`));
console.log(`tests: ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`);
const skippedInCi = process.env.CI !== undefined && tests.skipped > 0;
if (skippedInCi) console.error("A test was skipped, and CI must run them all.");
if (failedChecks.length > 0 || skippedInCi) process.exitCode = 1;
