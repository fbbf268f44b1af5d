/**
 * Builds dist/: declarations by tsc, and a file for each entry, as ES modules and as CommonJS.
 *
 * Usage: node build.ts [--no-tsc]
 *   --no-tsc   for a caller that has run tsc itself
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildCommonJs } from "@partner-center/lib/build-commonjs";
import { main } from "@partner-center/lib/main";
import { run } from "@partner-center/lib/run";
import { buildSync } from "esbuild";

const folder = import.meta.dirname;

await main(import.meta, { options: { "no-tsc": { type: "boolean" } } }, async ({ values }) => {
  if (!values["no-tsc"]) {
    // What was renamed or removed must not be published.
    rmSync(join(folder, "dist"), { recursive: true, force: true });
    await run("tsc", [], { cwd: folder });
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
});
