/**
 * Packs the built packages and checks the very tarballs that would be published: publint, attw, what
 * is in them, their manifests, source maps, the contract inside, and a software bill of materials.
 *
 * Usage: npm run check -- packages [--rebuild] [--release] [--out FOLDER]
 *   --rebuild  builds once more in another folder and compares the tarballs byte by byte
 *   --release  fails while the repository's address is unset
 *   --out      keeps the tarballs and the SBOMs (CycloneDX) there
 */

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { readArguments } from "@partner-center/lib/main";
import {
  type Manifest,
  type PackedPackage,
  packPackages,
  readManifest,
} from "@partner-center/lib/packages";
import { make, run } from "@partner-center/lib/run";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import {
  checkFiles,
  checkManifest,
  checkPublishing,
  checkSourceMaps,
  listFiles,
} from "./package-rules.ts";
import { readPublishing } from "./publishing.ts";

/** SHA-256 of a file, in lower-case hex. */
export function sha256(path: string | URL): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** Everything that is wrong with a tarball. */
export async function checkTarball(packed: PackedPackage): Promise<string[]> {
  const unpacked = mkdtempSync(join(tmpdir(), "unpacked-"));
  try {
    await run("tar", ["-xzf", packed.tarball, "-C", unpacked], { capture: true });
    const folder = join(unpacked, "package");
    const manifest = readManifest(folder);
    const found = await Promise.all([lintPackage(packed, manifest), checkTypes(packed, manifest)]);
    return [
      ...found.flat(),
      ...checkFiles(listFiles(folder)),
      ...checkManifest(manifest),
      ...checkPublishing(manifest, packed.directory, readPublishing()),
      // The scripts of a site are for browsers, not for other people's debuggers.
      ...(manifest.exports ? checkSourceMaps(folder) : []),
      ...(await checkContract(folder)),
    ];
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

async function lintPackage({ tarball }: PackedPackage, manifest: Manifest): Promise<string[]> {
  const file = readFileSync(tarball);
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const { messages } = await publint({ pack: { tarball: bytes }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, manifest)}`);
}

/** attw, for every way to resolve modules that knows `exports`, from `import` and from `require`. */
async function checkTypes({ tarball }: PackedPackage, manifest: Manifest): Promise<string[]> {
  if (!manifest.exports) return []; // A site, which nobody imports.
  // YAML is for other tools to read; no resolver of modules knows it.
  const options = ["--profile=node16", "--exclude-entrypoints=openapi.yaml", "--no-emoji"];
  try {
    await run("attw", [tarball, ...options], { capture: true });
    return [];
  } catch (error) {
    return [`attw: ${error instanceof Error ? error.message : error}`];
  }
}

/** A contract in the package is the bundle, and `specSha256` is its hash. */
async function checkContract(folder: string): Promise<string[]> {
  const contract = listFiles(folder).find((file) => file.endsWith("/openapi.json"));
  if (!contract) return [];
  const wanted = sha256(new URL("../../spec/dist/openapi.json", import.meta.url));
  const problems = sha256(join(folder, contract)) === wanted ? [] : [`${contract} is no bundle`];
  if (!listFiles(folder).includes("dist/openapi.js")) return problems;
  const { specSha256 } = await import(`file://${join(folder, "dist/openapi.js")}`);
  return specSha256 === wanted ? problems : [...problems, `specSha256 is not ${wanted}`];
}

interface BillOfMaterials {
  bomFormat: string;
  components: { purl: string }[];
}

/** Writes `NAME.cdx.json` beside the tarball, from the lockfile. @returns how many parts it lists */
async function writeBillOfMaterials({ name, tarball }: PackedPackage): Promise<number> {
  const path = tarball.replace(/\.tgz$/, ".cdx.json");
  const format = ["--sbom-format=cyclonedx", "--lockfile-only", "--prod", `--out=${path}`];
  await run("pnpm", ["--filter", name, "sbom", ...format], { capture: true });
  const bill: BillOfMaterials = JSON.parse(readFileSync(path, "utf8"));
  if (bill.bomFormat !== "CycloneDX") throw new Error(`${basename(path)} is no CycloneDX document`);
  return bill.components?.length ?? 0;
}

/** Builds a copy of the working tree from scratch and returns its tarballs' hashes by file name. */
async function rebuild(destination: string): Promise<Map<string, string>> {
  await using copy = await copyWorkspace();
  await copy.run("turbo", "run", "build", "--force", "--output-logs=errors-only");
  const packages = await packPackages(destination, { checkout: copy.folder });
  return new Map(packages.map(({ tarball }) => [basename(tarball), sha256(tarball)]));
}

if (import.meta.main) {
  const { values } = readArguments({
    options: {
      rebuild: { type: "boolean", default: false },
      release: { type: "boolean", default: false },
      out: { type: "string" },
    },
  });
  const temporary = mkdtempSync(join(tmpdir(), "check-packages-"));
  const problems: string[] = [];
  try {
    await make("build");
    const packages = await packPackages(values.out ? resolve(values.out) : temporary);
    for (const packed of packages) {
      const found = await checkTarball(packed);
      const parts = await writeBillOfMaterials(packed);
      const file = basename(packed.tarball);
      const verdict = found.length === 0 ? "clean" : `${found.length} problems`;
      console.log(`${sha256(packed.tarball)}  ${file}: ${verdict}, SBOM of ${parts} parts`);
      problems.push(...found.map((problem) => `${packed.name}: ${problem}`));
    }
    if (values.rebuild) {
      const again = await rebuild(join(temporary, "again"));
      for (const { name, tarball } of packages) {
        if (again.get(basename(tarball)) === sha256(tarball)) continue;
        problems.push(
          `${name}: a second build gave other bytes. If the first is stale, run: npx turbo run build --force`,
        );
      }
      console.log(`rebuilt elsewhere: ${packages.length} tarballs compared byte by byte`);
    }
    if (!readPublishing().repository) {
      const advice =
        "repository: unset; run: npm run release -- settings --repository https://github.com/...";
      if (values.release) problems.push(advice);
      else console.log(`${advice} (a release fails without it)`);
    }
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  for (const problem of problems) console.error(problem);
  console.log(`packages: ${problems.length === 0 ? "all clean" : `${problems.length} problems`}`);
  if (problems.length > 0) process.exitCode = 1;
}
