/**
 * Builds dist/: ES modules and declarations by tsc, the CommonJS build, and the bundled contract as
 * openapi.json and openapi.yaml.
 *
 * Usage: node build.ts [--no-tsc]
 *   --no-tsc   for a caller that has run tsc itself
 */
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildCommonJs } from "@partner-center/lib/build-commonjs";
import { main } from "@partner-center/lib/main";
import { run } from "@partner-center/lib/run";
import { specFolder } from "@partner-center/spec";

const folder = import.meta.dirname;

await main(import.meta, { options: { "no-tsc": { type: "boolean" } } }, async ({ values }) => {
  if (!values["no-tsc"]) {
    // What was renamed or removed must not be published.
    rmSync(join(folder, "dist"), { recursive: true, force: true });
    await run("tsc", [], { cwd: folder });
  }
  buildCommonJs(folder);
  for (const name of ["openapi.json", "openapi.yaml"]) {
    copyFileSync(join(specFolder, "dist", name), join(folder, "dist", name));
  }
});
