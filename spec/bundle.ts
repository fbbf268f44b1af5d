/**
 * Writes the contract in one piece: dist/openapi.json and dist/openapi.yaml. A contract that can't be
 * bundled is reported as lint.ts reports it.
 *
 * Usage: node bundle.ts
 */
import { join } from "node:path";
import { main } from "@partner-center/lib/main";
import { specFolder } from "./contract.ts";
import { lintFiles } from "./lint.ts";
import { redocly, redoclyConfig } from "./redocly.ts";

/** The names of the bundles. */
export const bundleNames = ["openapi.json", "openapi.yaml"];

/** Writes the bundles into a folder. @throws with Redocly's output when the contract is broken */
export async function writeBundles(folder: string, cli = redocly): Promise<void> {
  const source = [join(specFolder, "openapi.yaml"), `--config=${redoclyConfig}`];
  for (const name of bundleNames) {
    await cli.print("bundle", ...source, `--output=${join(folder, name)}`);
  }
}

await main(import.meta, {}, async () => {
  try {
    await writeBundles(join(specFolder, "dist"));
  } catch (error) {
    const findings = await lintFiles();
    throw findings ? new Error(findings) : error;
  }
});
