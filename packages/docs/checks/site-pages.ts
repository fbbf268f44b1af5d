/** The built site as its checks see it. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** Paths of our own pages in a built site, from its root: not Redoc, not earlier releases. */
export function pagePaths(site = dist): string[] {
  return globSync("**/index.html", { cwd: site })
    .map((file) => file.replace(/index\.html$/, ""))
    .filter((path) => !/^(redoc|v)\//.test(path))
    .sort();
}

export const readDist = (path: string, site = dist): string =>
  readFileSync(join(site, path), "utf8");

export const readPage = (path: string, site = dist): string => readDist(`${path}index.html`, site);

/** The anchors in the HTML of a page. */
export const anchorsIn = (html: string): string[] =>
  [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);

/** Ids that a page itself needs, and the changes that have no version yet. */
const isOwn = (id: string): boolean => /^(content|menu|next)(-|$)/.test(id);

/**
 * Every address that readers may link to in a built site, as `path#anchor`. A release compares those
 * of the last one with its own.
 *
 * @param site folder of the built site, such as `package/dist` of a published tarball
 */
export function anchorsOf(site: string): string[] {
  return pagePaths(site).flatMap((path) => {
    const html = readFileSync(join(site, path, "index.html"), "utf8");
    return anchorsIn(html)
      .filter((id) => !isOwn(id))
      .map((id) => `${path}#${id}`);
  });
}
