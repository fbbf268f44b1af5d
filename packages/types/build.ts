/**
 * Makes the rest of dist/ when tsc has written ES modules and declarations: the CommonJS build, and
 * the bundled contract as openapi.json and openapi.yaml.
 *
 * Usage: node build.ts
 */
import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildCommonJs } from "../../scripts/build-commonjs.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

buildCommonJs(folder);
for (const file of ["openapi.json", "openapi.yaml"]) {
  copyFileSync(`${folder}../../spec/dist/${file}`, `${folder}dist/${file}`);
}
