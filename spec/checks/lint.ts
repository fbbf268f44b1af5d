/** Lints the contract and its workflows. */
import { join, resolve } from "node:path";
import { specFolder } from "../contract.ts";
import { type RedoclyRun, redocly } from "../redocly.ts";
import { describeFindings, type Finding } from "./describe-findings.ts";

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
