/** The built site as its checks see it. */
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** Paths of the pages of ours, from the site's root: not Redoc, not earlier releases. */
export function pagePaths(): string[] {
  return globSync("**/index.html", { cwd: dist })
    .map((file) => file.replace(/index\.html$/, ""))
    .filter((path) => !/^(redoc|v)\//.test(path))
    .sort();
}

export const readDist = (path: string): string => readFileSync(`${dist}${path}`, "utf8");

export const readPage = (path: string): string => readDist(`${path}index.html`);
