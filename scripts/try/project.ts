/** The projects of others that stand in folders here, each with its own dependencies. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The files of a project by path, with its package.json. */
export function readProject(folder: string): Record<string, string> {
  const cwd = join(import.meta.dirname, folder);
  const paths = globSync("**/*.*", { cwd });
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(cwd, path), "utf8")]));
}

export interface NamedProject {
  name: string;
  files: Record<string, string>;
  missing: string | undefined;
}

/** The projects in a folder that have a package.json. */
export function readProjects(folder: string): NamedProject[] {
  const paths = globSync("*/package.json", { cwd: join(import.meta.dirname, folder) });
  return paths.sort().map((path) => {
    const name = path.replace("/package.json", "");
    const files = readProject(join(folder, name));
    return { name, files, missing: missingFor(JSON.parse(files["package.json"] ?? "{}")) };
  });
}

/** Why a package.json excludes this machine, if so. */
function missingFor({ os, cpu }: { os?: string[]; cpu?: string[] }): string | undefined {
  const isHere = (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
  return isHere ? undefined : `only tried on ${os} ${cpu}`;
}
