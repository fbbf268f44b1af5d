/**
 * Lints the contract and its workflows by the rules of redocly.yaml. Findings are grouped by cause,
 * and the cause comes last. Exits 1 when there are any.
 *
 * Usage: node lint.ts [--bundle]
 *   --bundle   lints dist/openapi.json instead
 */
import { existsSync } from "node:fs";
import { main } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { linted, lintFiles } from "./checks/lint.ts";
import { bundlePath } from "./contract.ts";

await main(import.meta, { options: { bundle: { type: "boolean" } } }, async ({ values }) => {
  // As a task of turbo's it has the bundle.
  if (values.bundle && !existsSync(bundlePath)) await make("bundle", "spec");
  const files = values.bundle ? { "dist/openapi.json": "redocly.yaml" } : linted;
  const findings = await lintFiles({ files });
  if (findings) throw new Error(findings);
  console.log("The contract keeps its rules.");
});
