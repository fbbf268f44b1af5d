/** Puts the sites of all releases together, as their host serves them. */
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderMissingPage } from "../outputs/missing-page.ts";
import { renderReleaseList } from "../outputs/release-list.ts";
import { renderRobots } from "../outputs/robots.ts";
import type { Html } from "../page/html.ts";
import { linksOfOtherPage, linksOfRootPage, sitemap } from "./addresses.ts";
import type { Releases } from "./registry.ts";

interface Sites extends Releases {
  /** The folder with the site of each version. */
  released: string;
  /** The site of what is not released yet. */
  next: string;
  /** Where the root will be, with a slash at its end. */
  url: string;
}

/** Paths of the pages of one site: not Redoc, which says nothing of its address, nor other versions. */
function pagesOf(site: string): string[] {
  return globSync("**/index.html", { cwd: site })
    .map((file) => file.replaceAll("\\", "/").replace(/index\.html$/, ""))
    .filter((path) => !/^(redoc|v|next)\//.test(path))
    .sort();
}

function addToHead(file: string, links: Html): void {
  const before = readFileSync(file, "utf8");
  writeFileSync(
    file,
    before.replace("</head>", () => `${links.text}</head>`),
  );
}

/**
 * Writes the last release to the root of a folder, or what is not released while nothing is; that to
 * `next/`; and every release to `v/VERSION/`. Replaces what is in the folder.
 */
export function putTogether(out: string, { versions, last, released, next, url }: Sites): void {
  rmSync(out, { recursive: true, force: true });
  const rootSite = last === undefined ? next : join(released, last);
  cpSync(rootSite, out, { recursive: true });
  const pages = new Set(pagesOf(out));
  for (const path of pages) {
    addToHead(join(out, path, "index.html"), linksOfRootPage(path, pages, url));
  }
  writeFileSync(join(out, "sitemap.xml"), sitemap(pages, url));
  writeFileSync(join(out, "robots.txt"), renderRobots(`${url}sitemap.xml`));
  writeFileSync(join(out, "404.html"), renderMissingPage({ root: new URL(url).pathname }));

  const others = [
    ["next/", next] as const,
    ...versions.map((version) => [`v/${version}/`, join(released, version)] as const),
  ];
  for (const [place, site] of others) {
    const folder = join(out, place);
    cpSync(site, folder, { recursive: true });
    for (const path of pagesOf(folder)) {
      addToHead(join(folder, path, "index.html"), linksOfOtherPage(path, pages, url));
    }
  }
  for (const place of ["", ...others.map(([place]) => place)]) {
    const root = "../".repeat(`${place}v/`.split("/").length - 1);
    writeFileSync(join(out, place, "v/index.html"), renderReleaseList(versions, root));
  }
}
