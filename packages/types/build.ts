/**
 * Builds dist/: ES modules and declarations by tsc, the CommonJS build, and the bundled contract as
 * openapi.json and openapi.yaml.
 *
 * Usage: node build.ts [--no-tsc]
 *   --no-tsc   leaves out what tsc makes, for a caller that has made it
 */

import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildCommonJs } from "@partner-center/lib/build-commonjs";
import { readArguments } from "@partner-center/lib/main";
import { run } from "@partner-center/lib/run";

const { values } = readArguments({ options: { "no-tsc": { type: "boolean", default: false } } });
const folder = fileURLToPath(new URL(".", import.meta.url));
if (!values["no-tsc"]) {
  // tsc has said why.
  await run("tsc", [], { cwd: folder }).catch(() => process.exit(1));
}

buildCommonJs(folder);
for (const file of ["openapi.json", "openapi.yaml"]) {
  copyFileSync(`${folder}../../spec/dist/${file}`, `${folder}dist/${file}`);
}
