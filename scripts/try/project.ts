/** The projects in folders here, which have dependencies of their own. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Trial } from "./try-each.ts";

export interface NamedProject extends Trial {
  /** Contents by path, with its package.json. */
  files: Record<string, string>;
}

/** The files of a project by path. */
export function readProject(folder: string): Record<string, string> {
  const cwd = join(import.meta.dirname, folder);
  const paths = globSync("**/*.*", { cwd });
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(cwd, path), "utf8")]));
}

/** The projects in a folder that have a package.json. */
export function readProjects(folder: string): NamedProject[] {
  const paths = globSync("*/package.json", { cwd: join(import.meta.dirname, folder) }).sort();
  const names = paths.map((path) => path.replace("/package.json", ""));
  return names.map((name) => ({ name, files: readProject(join(folder, name)) }));
}
