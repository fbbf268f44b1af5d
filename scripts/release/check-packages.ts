/**
 * Packs the built packages and checks the very tarballs that would be published: publint, attw, their
 * files, manifests and source maps.
 *
 * Usage: npm run check -- packages [--rebuild]
 *   --rebuild  builds once more in another folder and compares the tarballs byte by byte
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { main } from "@partner-center/lib/main";
import {
  packPackages,
  readManifest,
  sha256,
  type Tarball,
  unpackPackages,
} from "@partner-center/lib/packages";
import { make, run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { bundlePath } from "@partner-center/spec";
import { checkFiles, checkManifest, checkSourceMaps, listFiles } from "./package-rules.ts";

const tools = join(import.meta.dirname, "node_modules/.bin");
// YAML is for other tools to read; no resolver of modules knows it.
const attwOptions = ["--profile=node16", "--exclude-entrypoints=openapi.yaml", "--no-emoji"];

/** Everything that is wrong with a tarball, each with the package's name. */
export async function checkTarball({ name, tarball }: Tarball): Promise<string[]> {
  using unpacked = temporaryFolder("unpacked-");
  await unpackPackages([{ name, tarball }], unpacked.path);
  const folder = join(unpacked.path, name);
  const manifest = readManifest(folder);
  const found = await Promise.all([
    lint("publint", tarball, "--strict"),
    // What cannot be imported is the site, whose scripts nobody debugs either.
    ...(manifest.exports ? [lint("attw", tarball, ...attwOptions), checkSourceMaps(folder)] : []),
    checkFiles(listFiles(folder)),
    checkManifest(manifest),
    checkContract(folder),
  ]);
  return found.flat().map((problem) => `${name}: ${problem}`);
}

/** The contract in a package has to be the bundle; the site's has code samples beside it. */
function checkContract(folder: string): string[] {
  const contractIn = (file: string) =>
    JSON.stringify(
      JSON.parse(readFileSync(file, "utf8"), (key, value) =>
        key === "x-codeSamples" ? undefined : value,
      ),
    );
  return listFiles(folder)
    .filter((file) => file.endsWith("/openapi.json"))
    .filter((file) => contractIn(join(folder, file)) !== contractIn(bundlePath))
    .map((file) => `${file} is not the bundled contract`);
}

/** Runs a tool that is installed here. @returns what it prints when it fails */
async function lint(tool: string, ...args: string[]): Promise<string[]> {
  return run(join(tools, tool), args, { capture: true }).then(
    () => [],
    (error: Error) => [error.message],
  );
}

/** Builds a copy of the working tree from scratch. @returns which tarballs have other bytes there */
async function compareWithRebuild(packages: Tarball[]): Promise<string[]> {
  await using copy = await copyWorkspace();
  await copy.run("turbo", "run", "build", "--force", "--output-logs=errors-only");
  const rebuilt = await packPackages(join(copy.folder, "dist"), { checkout: copy.folder });
  console.log(`rebuilt elsewhere: ${rebuilt.length} tarballs compared byte by byte`);
  const hashes = new Map(rebuilt.map(({ name, tarball }) => [name, sha256(tarball)]));
  return packages
    .filter(({ name, tarball }) => hashes.get(name) !== sha256(tarball))
    .map(
      ({ name }) => `${name}: a build from nothing differs. Remove dist/ and build with --force`,
    );
}

await main(import.meta, { options: { rebuild: { type: "boolean" } } }, async ({ values }) => {
  using folder = temporaryFolder("check-packages-");
  await make("build");
  const packages = await packPackages(folder.path);
  const problems = (await Promise.all(packages.map(checkTarball))).flat();
  if (values.rebuild) problems.push(...(await compareWithRebuild(packages)));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const files = packages.map(({ tarball }) => basename(tarball));
  console.log(`${files.join(", ")}: all clean`);
});
