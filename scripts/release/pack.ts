/**
 * Packs the three packages as a release would publish them, with their checksums, and prints the one
 * line that installs them: for people who want them before they are in a registry.
 *
 * Usage: npm run release -- pack [--out DIR]     (dist/packages when it is left out)
 */

import { writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "@partner-center/lib/main";
import { packPackages, publishedPackages } from "@partner-center/lib/packages";
import { exitOnSignals, make } from "@partner-center/lib/run";
import { sha256 } from "./check-packages.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A path as a shell takes it. */
const quoted = (path: string) => (/[^\w@%+=:,./\\-]/.test(path) ? `"${path}"` : path);

exitOnSignals();
const { values } = readArguments({ options: { out: { type: "string" } } });
const folder = values.out ? resolve(values.out) : join(root, "dist/packages");
try {
  await make("build");
  const packed = await packPackages(folder);
  const sums = packed.map(({ tarball }) => `${sha256(tarball)}  ${basename(tarball)}\n`).join("");
  writeFileSync(join(folder, "SHA256SUMS"), sums);
  console.log(`${sums}\nin ${folder}, checked by: sha256sum --check SHA256SUMS\n`);
  // Those that a project imports, in one line: the client finds its types beside it, in no registry.
  const imported = publishedPackages().filter(({ manifest }) => manifest.exports);
  const tarballs = packed.filter(({ name }) =>
    imported.some(({ manifest }) => manifest.name === name),
  );
  console.log(`npm install ${tarballs.map(({ tarball }) => quoted(tarball)).join(" ")}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
