/**
 * Packs the three packages as a release would publish them, with their checksums and software bills of
 * materials (CycloneDX), and prints the one line that installs them: for people who want them before
 * they are in a registry.
 *
 * Usage: npm run release -- pack [--out DIR]     (dist/packages by default)
 */
import { writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { main } from "@partner-center/lib/main";
import { packPackages, readManifest, sha256 } from "@partner-center/lib/packages";
import { make, run } from "@partner-center/lib/run";

const root = join(import.meta.dirname, "../..");

await main(import.meta, { options: { out: { type: "string" } } }, async ({ values }) => {
  const folder = values.out ? resolve(values.out) : join(root, "dist/packages");
  await make("build");
  const packed = await packPackages(folder);
  for (const { name, tarball } of packed) {
    const file = tarball.replace(/\.tgz$/, ".cdx.json");
    const options = ["--sbom-format=cyclonedx", "--lockfile-only", "--prod", `--out=${file}`];
    await run("pnpm", ["--filter", name, "sbom", ...options], { capture: true });
  }
  const sums = packed.map(({ tarball }) => `${sha256(tarball)}  ${basename(tarball)}\n`).join("");
  writeFileSync(join(folder, "SHA256SUMS"), sums);
  console.log(`${sums}\nin ${folder}, checked by: sha256sum --check SHA256SUMS\n`);
  // In one line, so that the client finds its types, which no registry has.
  const imported = packed.filter(({ directory }) => readManifest(join(root, directory)).exports);
  console.log(`npm install ${imported.map(({ tarball }) => `"${tarball}"`).join(" ")}`);
});
