/** The rules for packages that others install. Each returns what is wrong, or an empty list. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Manifest } from "@partner-center/lib/packages";

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
  const { name, license, sideEffects, scripts = {}, dependencies = {} } = manifest;
  const others = { ...manifest.peerDependencies, ...manifest.optionalDependencies };
  const unexpected = Object.keys(dependencies).filter(
    (dependency) => !allowedDependencies[name]?.includes(dependency),
  );
  return [
    ...(license === "MIT" ? [] : ["package.json: license must be MIT"]),
    ...(sideEffects === false ? [] : ["package.json: sideEffects must be false"]),
    ...installScripts
      .filter((script) => script in scripts)
      .map((script) => `package.json: the script "${script}" would run when it is installed`),
    ...[...unexpected, ...Object.keys(others)].map(
      (dependency) =>
        `package.json: ${dependency} is not among the dependencies that scripts/release/package-rules.ts allows`,
    ),
    ...Object.entries(dependencies)
      .filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(range))
      .map(([dependency, range]) => `package.json: ${dependency} must be exact, not "${range}"`),
  ];
}

/** What is wrong with the names of the files in a tarball. */
export function checkFiles(files: string[]): string[] {
  return [
    ...files.filter((file) => !allowedFiles.test(file)).map((file) => `${file} is not allowed`),
    ...requiredFiles.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
  ];
}

/** The files of a folder, relative to it, with slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

/** Scripts without a source map, and maps that do not hold their sources. */
export function checkSourceMaps(folder: string): string[] {
  const scripts = listFiles(folder).filter((file) => file.endsWith(".js"));
  return scripts.flatMap((script) => {
    const path = join(folder, `${script}.map`);
    const content = readFileSync(join(folder, script), "utf8").trimEnd();
    const isNamed = content.endsWith(`//# sourceMappingURL=${basename(path)}`);
    if (!isNamed || !existsSync(path)) return [`${script} does not name a source map beside it`];
    const map: { sources: string[]; sourcesContent?: string[] } = JSON.parse(
      readFileSync(path, "utf8"),
    );
    return map.sources
      .filter((_, index) => !map.sourcesContent?.[index])
      .map((source) => `${script}: its source map lacks the content of ${source}`);
  });
}
