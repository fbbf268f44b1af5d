/**
 * Makes the CommonJS build of a package, for Jest and for TypeScript projects without ES modules:
 * a file for each entry that has `require` in the package's `exports`, beside copies of the ESM
 * build's declarations.
 */
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { buildSync } from "esbuild";
import { entryPoints, readManifest } from "./packages.ts";

/**
 * Makes `dist/cjs` of the package in `folder`.
 *
 * esbuild cannot share code between CommonJS files, and two copies of an error class would make
 * `instanceof` fail between the entries of one package. So only the main entry has the error classes,
 * and the others require them from there.
 */
export function buildCommonJs(folder: string): void {
  const dist = join(folder, "dist");
  const cjs = join(dist, "cjs");
  rmSync(cjs, { recursive: true, force: true });
  const declarations = globSync("**/*.d.ts", { cwd: dist });
  for (const file of declarations) cpSync(join(dist, file), join(cjs, file));
  writeFileSync(join(cjs, "package.json"), `{ "type": "commonjs" }\n`);
  for (const { subpath, commonJs } of entryPoints(readManifest(folder))) {
    // ./dist/cjs/testing/index.js is made from src/testing/index.ts.
    const source = commonJs.replace("./dist/cjs/", "src/").replace(/\.js$/, ".ts");
    const outfile = join(folder, commonJs);
    const { outputFiles } = buildSync({
      entryPoints: [join(folder, source)],
      outfile,
      bundle: true,
      packages: "external",
      external: subpath === "." ? [] : ["*/errors.ts"],
      format: "cjs",
      target: "es2022",
      sourcemap: true,
      write: false,
      logLevel: "warning",
    });
    const main = relative(dirname(outfile), join(cjs, "index.js")).replaceAll("\\", "/");
    mkdirSync(dirname(outfile), { recursive: true });
    for (const { path, text } of outputFiles) {
      const code = text
        .replace(/require\("[./]+\/errors\.ts"\)/, `require("${main}")`)
        // As other bundlers: a default export is not all of a CommonJS module that was an ES module.
        .replace(/(__toESM\(require\("[^"]+"\)), 1\)/g, "$1)");
      writeFileSync(path, code);
    }
  }
}
