/**
 * Sets where and under which names the packages are published. Writes `publishing` into the root
 * package.json, and everything that follows from it: names, dependencies, imports, the fields of each
 * published package.json, and the READMEs.
 *
 * Usage: npm run release -- settings [--scope @NAME] [--registry URL] [--repository URL]
 *   --scope       the scope of the packages' names
 *   --registry    where they are published; empty for npm's own
 *   --repository  where the repository is hosted; releases fail while it is unset
 *
 * Settings that are not given stay. Without options it writes everything from the settings again.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main, refuse } from "@partner-center/lib/main";
import { publishedPackages, readManifest } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";
import { listSources } from "@partner-center/lib/workspace-copy";
import {
  installNotice,
  type Publishing,
  publishingFields,
  readPublishing,
  scopePattern,
  withInstallNotice,
} from "./publishing.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const write = (path: string, content: string) => writeFileSync(join(root, path), content);
const writeJson = (path: string, value: unknown) =>
  write(path, `${JSON.stringify(value, null, 2)}\n`);

/** Writes the part of each README that depends on the settings and on what was released. */
export function writeInstallNotices(): void {
  const publishing = readPublishing();
  const writeNotice = (path: string, { version }: { version: string }) =>
    write(path, withInstallNotice(read(path), installNotice(publishing, version)));
  for (const { directory, manifest } of publishedPackages()) {
    writeNotice(`${directory}/README.md`, manifest);
  }
  writeNotice("README.md", readManifest(join(root, "packages/types")));
}

/** Renames the scope in every file that git tracks or would track. */
async function renameScope(from: string, to: string): Promise<void> {
  const files = (await listSources())
    .map((path) => ({ path, content: read(path) }))
    .filter(({ content }) => !content.includes("\0"));
  const taken = files.find(({ content }) => scopePattern(to).test(content));
  if (taken) throw new Error(`Other packages have the scope ${to} here; see ${taken.path}`);
  for (const { path, content } of files) {
    const renamed = content.replaceAll(scopePattern(from), to);
    if (renamed !== content) write(path, renamed);
  }
  // The names sort differently now, and lines have another length.
  await run("pnpm", ["install", "--no-frozen-lockfile", "--prefer-offline"], { capture: true });
  await run("biome", ["check", "--write"], { capture: true });
}

/** The settings with what the command line changes. */
function changeSettings(before: Publishing, given: Partial<Publishing>): Publishing {
  const { scope, keywords, ...addresses } = { ...before, ...given };
  const registry = addresses.registry?.replace(/\/*$/, "/").replace(/^\/$/, "");
  const repository = addresses.repository?.replace(/(\.git)?\/?$/, "");
  if (!/^@[a-z0-9][a-z0-9-]*$/.test(scope)) refuse(`"${scope}" is not a scope like @acme`);
  if (registry && !/^https?:\/\/[^/]+\//.test(registry)) {
    refuse(`"${registry}" is not an address like https://packages.example.com/`);
  }
  if (repository && !/^https:\/\/[^/]+\/[^/]+\/[^/]+/.test(repository)) {
    refuse(`"${repository}" is not an address like https://github.com/OWNER/NAME`);
  }
  return { scope, ...(registry && { registry }), ...(repository && { repository }), keywords };
}

const setting = { type: "string" } as const; // A literal type, as parseArgs wants.
const options = { scope: setting, registry: setting, repository: setting };
await main(import.meta, { options }, async ({ values }) => {
  const before = readPublishing();
  const publishing = changeSettings(before, values);
  if (publishing.scope !== before.scope) await renameScope(before.scope, publishing.scope);
  writeJson("package.json", { ...JSON.parse(read("package.json")), publishing });
  for (const { directory, manifest } of publishedPackages()) {
    const fields = publishingFields(publishing, directory); // JSON leaves undefined ones out.
    writeJson(`${directory}/package.json`, { ...manifest, ...fields });
  }
  writeInstallNotices();
  const { scope, registry = "npm's own", repository = "unset" } = publishing;
  console.log(`scope: ${scope}\nregistry: ${registry}\nrepository: ${repository}`);
});
