/** Looks for ids that a page of the built site has more than once. */
import { globSync } from "node:fs";
import { anchorsIn, dist, readDist } from "./site-pages.ts";

/** In every page but Redoc's, as `file#id`. */
export function findRepeatedIds(site = dist): string[] {
  const files = globSync("**/*.html", { cwd: site }).filter((file) => !file.startsWith("redoc"));
  return files.sort().flatMap((file) => {
    const ids = anchorsIn(readDist(file, site));
    return ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${file}#${id}`);
  });
}
