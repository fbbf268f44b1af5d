/** Lints the contract and its workflows. */
import { dirname } from "node:path";
import { describeFindings, type Finding } from "./describe-findings.ts";
import { printedBy, specFolder } from "./redocly.ts";

/** What is linted: files of spec/, each with its configuration. */
export const linted: [file: string, configuration: string][] = [
  ["openapi.yaml", "redocly.yaml"],
  ["workflows/read-orders.arazzo.yaml", "workflows/redocly.yaml"],
];

/** More than anyone wants to read: what is shown is grouped. */
const maximum = "--max-problems=1000";

/** The arguments of Redocly that print the findings in a file as JSON. */
export function lintArguments(file: string, configuration: string): string[] {
  return ["lint", file, `--config=${configuration}`, "--format=json", maximum];
}

/**
 * What `lintArguments` made Redocly print, for people; empty when there is no finding.
 *
 * @param folder that Redocly ran in
 * @param root of the repository, from which paths are shown
 */
export function describeLint(printed: string, folder: string, root: string): string {
  return describeFindings(readFindings(printed), folder, root);
}

/** Findings are JSON among other lines; without a contract that can be read there are only lines. */
function readFindings(printed: string): Finding[] {
  const [json] = /^\{\n[\s\S]*?^\}/m.exec(printed) ?? [];
  if (json) return JSON.parse(json).problems;
  const reasons = [...printed.matchAll(/^ +- (.+)$/gm)].map(([, reason]) => reason);
  if (reasons.length === 0) throw new Error(printed);
  return reasons.map((reason) => ({
    ruleId: "parser",
    message: `Failed to parse: ${reason}`,
    location: [],
  }));
}

/**
 * Lints one file after the other, up to the first one with findings.
 *
 * @param folder of the contract, that of this checkout when it is left out
 * @returns the findings, for people; empty when there is none
 */
export async function lintFiles(files = linted, folder = specFolder): Promise<string> {
  for (const [file, configuration] of files) {
    const printed = await printedBy(folder, ...lintArguments(file, configuration));
    const findings = describeLint(printed, folder, dirname(folder));
    if (findings) return findings;
  }
  return "";
}
