/** What a package that others install must keep: each rule says what is wrong, or nothing. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { Manifest } from "@partner-center/lib/packages";
import { type Publishing, publishingFields } from "./publishing.ts";

/** The runtime dependencies that each package may have; the list is short on purpose. */
const allowedDependencies: Record<string, string[]> = {
  "@partner-center/types": [],
  "@partner-center/client": ["@partner-center/types", "openapi-fetch"],
  "@partner-center/docs": [],
};

const installScripts = ["preinstall", "install", "postinstall", "prepare"];

const allowedFiles = /^(dist\/.+|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
const requiredFiles = ["package.json", "README.md", "LICENSE"];

/** What is wrong with the manifest of a packed package. */
export function checkManifest(manifest: Manifest): string[] {
  const { name, license, engines, sideEffects, scripts = {}, dependencies = {} } = manifest;
  const others = [...Object.keys(manifest.peerDependencies ?? {}), ...Object.keys(manifest.optionalDependencies ?? {})]; // biome-ignore format: one idea
  const unexpected = Object.keys(dependencies).filter(
    (dependency) => !allowedDependencies[name]?.includes(dependency),
  );
  return [
    ...(license === "MIT" ? [] : ["package.json: license must be MIT"]),
    ...(engines?.node ? [] : ["package.json: engines.node is missing"]),
    ...(sideEffects === false ? [] : ["package.json: sideEffects must be false"]),
    ...installScripts
      .filter((script) => script in scripts)
      .map((script) => `package.json: the script "${script}" would run when it is installed`),
    ...[...unexpected, ...others].map(
      (dependency) =>
        `package.json: ${dependency} is not among the dependencies that scripts/release/package-rules.ts allows`,
    ),
    ...Object.entries(dependencies)
      .filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(range))
      .map(([dependency, range]) => `package.json: ${dependency} must be exact, not "${range}"`),
  ];
}

/** The fields of a package's manifest that differ from what the settings make of them. */
export function checkPublishing(
  manifest: Manifest,
  directory: string,
  publishing: Publishing,
): string[] {
  const wanted = publishingFields(publishing, directory);
  const { keywords, homepage, bugs, repository, publishConfig } = manifest;
  const found = { keywords, homepage, bugs, repository, publishConfig };
  return (Object.keys(found) as (keyof typeof found)[]) // Its own keys.
    .filter((field) => !isDeepStrictEqual(found[field], wanted[field]))
    .map(
      (field) =>
        `package.json: ${field} differs from the settings; run: npm run release -- settings`,
    );
}

/** What is wrong with the names of the files in a tarball. */
export function checkFiles(files: string[]): string[] {
  return [
    ...files.filter((file) => !allowedFiles.test(file)).map((file) => `${file} does not belong`),
    ...requiredFiles.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
  ];
}

/** The files of a folder, relative to it, with slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

/** Scripts whose source map is not there, or does not lead to the source: in itself or as a file. */
export function checkSourceMaps(folder: string): string[] {
  const scripts = listFiles(folder).filter((file) => file.endsWith(".js"));
  return scripts.flatMap((script) => {
    const name = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(
      readFileSync(join(folder, script), "utf8"),
    )?.[1];
    if (!name) return [`${script} names no source map`];
    const path = join(folder, dirname(script), name);
    if (!existsSync(path)) return [`${script} names the source map ${name}, which is not there`];
    const map: { sources: string[]; sourcesContent?: (string | null)[] } = JSON.parse(
      readFileSync(path, "utf8"),
    );
    return map.sources
      .filter((source, index) => {
        const file = fileURLToPath(new URL(source, `file://${path}`));
        return map.sourcesContent?.[index] == null && !existsSync(file);
      })
      .map((source) => `${script}: its source map leads to ${source}, which is not there`);
  });
}
