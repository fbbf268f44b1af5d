/** What a rehearsal does to its copy of the repository, and the comparison with the last release. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages, unpackPackages } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { anchorsOf } from "../../packages/docs/checks/site-pages.ts";

export function edit(file: string, search: string | RegExp, replacement: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(search, replacement));
}

/** Goes back to before the first release: no versions, no changelogs, one changeset, for 1.0.0. */
export function startOver(checkout: string): void {
  const packages = publishedPackages(checkout);
  const remove = (path: string) => rmSync(join(checkout, path), { recursive: true, force: true });
  remove("spec/released");
  edit(join(checkout, "spec/openapi.yaml"), /^( {2}version: ).*/m, "$10.0.0");
  for (const { directory } of packages) {
    remove(`${directory}/CHANGELOG.md`);
    edit(join(checkout, directory, "package.json"), /^( {2}"version": ).*/m, '$1"0.0.0",');
  }
  for (const name of readdirSync(join(checkout, ".changeset"))) {
    if (name.endsWith(".md") || name.startsWith("pre")) remove(`.changeset/${name}`);
  }
  const bumps = packages.map(({ manifest }) => `"${manifest.name}": major\n`).join("");
  const first = `---\n${bumps}---\n\nFirst release.\n`;
  writeFileSync(join(checkout, ".changeset/first.md"), first);
}

/**
 * Makes a client and a site of one file each, for releases in which their content does not matter: to
 * generate and build them takes longer than all the rest.
 */
export function shortenBuilds(checkout: string): void {
  const write = "mkdirSync('dist',{recursive:true});writeFileSync('dist/index.html','One page.')";
  const build = `node --eval \\"const {mkdirSync,writeFileSync}=require('node:fs');${write}\\"`;
  for (const name of ["client", "docs"]) {
    const manifest = join(checkout, `packages/${name}/package.json`);
    edit(manifest, '"node build.ts"', `"${build}"`);
    edit(manifest, '"node generate/generate.ts"', '"node --version"');
  }
}

/**
 * The addresses that the site of the last release has and the one that a checkout built lacks.
 *
 * @param registry where the last release is; npm's default when undefined
 */
export async function lostAddresses(checkout: string, registry?: string): Promise<string[]> {
  using folder = temporaryFolder("last-release-");
  const name = "@partner-center/docs";
  const options = registry ? [`--registry=${registry}`] : [];
  const pack = ["pack", "--loglevel=error", name, ...options];
  const file = await run("npm", pack, { cwd: folder.path, capture: true }).catch((error: Error) => {
    if (error.message.includes("E404")) return undefined;
    throw error;
  });
  if (file === undefined) return []; // Nothing was released yet.
  await unpackPackages([{ name, tarball: join(folder.path, file.trim()) }], folder.path);
  const now = new Set(anchorsOf(join(checkout, "packages/docs/dist")));
  return anchorsOf(join(folder.path, name, "dist")).filter((address) => !now.has(address));
}
