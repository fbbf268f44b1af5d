/**
 * Copies the bundled contract, openapi.json and openapi.yaml, into a folder of a package.
 *
 * Usage: node scripts/copy-contract.ts FOLDER        (FOLDER is relative to where it is called)
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: node scripts/copy-contract.ts FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const file of ["openapi.json", "openapi.yaml"]) {
  copyFileSync(new URL(`../spec/dist/${file}`, import.meta.url), join(folder, file));
}
