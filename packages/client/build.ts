/**
 * Makes the rest of dist/ when tsc has checked the client and written declarations: a file for each
 * entry, as ES modules and as CommonJS.
 *
 * Usage: node build.ts
 */
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { buildCommonJs } from "../../scripts/build-commonjs.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

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
