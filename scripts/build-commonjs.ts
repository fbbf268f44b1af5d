/**
 * Makes the CommonJS build of a package, for Jest and for TypeScript projects without ES modules:
 * one file for each entry that has `require` in the package's `exports`, beside copies of the
 * declarations. The ESM build has to be there.
 */
import { cpSync, globSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { entryPoints, readManifest } from "./pack-packages.ts";

/**
 * Makes `dist/cjs` of the package in `folder`.
 *
 * esbuild cannot share code between files of CommonJS, and two copies of an error class would make
 * `instanceof` fail between the entries of one package. So the error classes are only in the main
 * entry, and the others require them from there.
 */
export async function buildCommonJs(folder: string): Promise<void> {
  const dist = join(folder, "dist");
  const cjs = join(dist, "cjs");
  rmSync(cjs, { recursive: true, force: true });
  const declarations = globSync("**/*.d.ts", { cwd: dist });
  for (const { commonJs } of entryPoints(readManifest(folder))) {
    await build({
      entryPoints: [join(folder, sourceOf(commonJs))],
      outfile: join(folder, commonJs),
      bundle: true,
      packages: "external",
      format: "cjs",
      target: "es2022",
      sourcemap: true,
      logLevel: "warning",
      plugins: [errorsOf(join(cjs, "index.js"), join(folder, commonJs))],
    });
  }
  for (const file of declarations) cpSync(join(dist, file), join(cjs, file));
  writeFileSync(join(cjs, "package.json"), `{ "type": "commonjs" }\n`);
}

/** `./dist/cjs/testing/index.js` is made from `src/testing/index.ts`. */
function sourceOf(output: string): string {
  return output.replace("./dist/cjs/", "src/").replace(/\.js$/, ".ts");
}

/** Takes the error classes from the main entry, in every entry but that one. */
function errorsOf(main: string, entry: string): Plugin {
  return {
    name: "one-copy-of-errors",
    setup({ onResolve }) {
      if (entry === main) return;
      const path = relative(dirname(entry), main).replaceAll("\\", "/");
      onResolve({ filter: /\/errors\.ts$/ }, () => ({ path, external: true }));
    },
  };
}
