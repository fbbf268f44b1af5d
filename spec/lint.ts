/**
 * Lints the contract and its workflows, by the rules of redocly.yaml. Findings are grouped by cause,
 * and the cause comes last. Exits 1 with one.
 *
 * Usage: node lint.ts [--bundle]
 *   --bundle   lints dist/openapi.json instead
 */
import { existsSync } from "node:fs";
import { readArguments } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { linted, lintFiles } from "./checks/lint.ts";

const bundlePath = new URL("dist/openapi.json", import.meta.url);
const { values } = readArguments({ options: { bundle: { type: "boolean", default: false } } });
// As a task of turbo's it has the bundle.
if (values.bundle && !existsSync(bundlePath)) await make("bundle", "spec");
const findings = await lintFiles(values.bundle ? [["dist/openapi.json", "redocly.yaml"]] : linted);
if (findings) {
  console.error(findings);
  process.exitCode = 1;
} else console.log("The contract keeps its rules.");
