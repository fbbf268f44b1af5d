/**
 * Builds dist/: declarations by tsc, and a file for each entry, as ES modules and as CommonJS.
 *
 * Usage: node build.ts [--no-tsc]
 *   --no-tsc   leaves out what tsc makes, for a caller that has made it
 */

import { fileURLToPath } from "node:url";
import { buildCommonJs } from "@partner-center/lib/build-commonjs";
import { readArguments } from "@partner-center/lib/main";
import { run } from "@partner-center/lib/run";
import { buildSync } from "esbuild";

const { values } = readArguments({ options: { "no-tsc": { type: "boolean", default: false } } });
const folder = fileURLToPath(new URL(".", import.meta.url));
if (!values["no-tsc"]) {
  // tsc has said why.
  await run("tsc", [], { cwd: folder }).catch(() => process.exit(1));
}

buildSync({
  absWorkingDir: folder,
  entryPoints: ["src/index.ts", "src/testing/index.ts", "src/validate/index.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  target: "es2022",
  sourcemap: true,
  logLevel: "warning",
});
buildCommonJs(folder);
