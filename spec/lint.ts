/**
 * Lints the contract and its workflows by the rules of redocly.yaml. Findings are grouped by cause,
 * and the cause comes last. Exits 1 when there are any.
 *
 * Usage: node lint.ts [--bundle]
 *   --bundle   lints dist/openapi.json instead
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { main } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { bundlePath, specFolder } from "./contract.ts";
import { describeFindings, type Finding } from "./describe-findings.ts";
import { type RedoclyRun, redocly } from "./redocly.ts";

/** What is linted: files of spec/, each with its configuration. */
export const linted: Readonly<Record<string, string>> = {
  "openapi.yaml": "redocly.yaml",
  "workflows/read-orders.arazzo.yaml": "workflows/redocly.yaml",
};

/** More than anyone wants to read: the findings are shown in groups. */
const maximum = "--max-problems=1000";

/**
 * Lints one file after the other, up to the first one with findings.
 *
 * @param folder of the contract, `spec` of this checkout by default
 * @returns the findings, for people; empty when there are none
 */
export async function lintFiles({
  files = linted,
  folder = specFolder,
  cli = redocly,
} = {}): Promise<string> {
  for (const [file, configuration] of Object.entries(files)) {
    const config = `--config=${join(folder, configuration)}`;
    const run = await cli.run("lint", join(folder, file), config, "--format=json", maximum);
    const findings = describeFindings(readFindings(run), resolve(folder, ".."));
    if (findings) return findings;
  }
  return "";
}

/** Findings are JSON. For a contract that can't be parsed there are only lines. */
function readFindings({ stdout, output }: RedoclyRun): Finding[] {
  if (stdout.startsWith("{")) return JSON.parse(stdout).problems;
  const reasons = [...output.matchAll(/^ +- (.+)$/gm)].map(([, reason]) => reason);
  if (reasons.length === 0) throw new Error(output);
  return reasons.map((reason) => ({
    ruleId: "parser",
    message: `Failed to parse: ${reason}`,
    location: [],
  }));
}

await main(import.meta, { options: { bundle: { type: "boolean" } } }, async ({ values }) => {
  // As a task of turbo's it has the bundle.
  if (values.bundle && !existsSync(bundlePath)) await make("bundle", "spec");
  const files = values.bundle ? { "dist/openapi.json": "redocly.yaml" } : linted;
  const findings = await lintFiles({ files });
  if (findings) throw new Error(findings);
  console.log("The contract keeps its rules.");
});
