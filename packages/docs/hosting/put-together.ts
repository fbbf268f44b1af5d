/** Puts the sites of all releases together, as their host serves them. */
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderMissingPage } from "../outputs/missing-page.ts";
import { renderReleaseList } from "../outputs/release-list.ts";
import { renderRobots } from "../outputs/robots.ts";
import type { Html } from "../page/html.ts";
import { linksOfOtherPage, linksOfRootPage, sitemap } from "./addresses.ts";
import { addDate, type Dates } from "./dates.ts";
import type { Releases } from "./registry.ts";
import { addVersions, languageOf } from "./versions.ts";

interface Sites extends Releases {
  /** The folder with the site of each version. */
  released: string;
  /** The site of what is not released yet. */
  next: string;
  /** Where the root will be, with a slash at its end. */
  url: string;
  /** When the files of each version last changed, and those of `HEAD`. */
  dates: ReadonlyMap<string, Dates>;
}

/** Paths of the pages of one site: not Redoc, which says nothing of its address, nor other versions. */
function pagesOf(site: string): string[] {
  return globSync("**/index.html", { cwd: site })
    .map((file) => file.replaceAll("\\", "/").replace(/index\.html$/, ""))
    .filter((path) => !/^(redoc|v|next)\//.test(path))
    .sort();
}

const addToHead = (page: string, links: Html): string =>
  page.replace("</head>", () => `${links.text}</head>`);

/**
 * Writes the last release to the root of a folder, or what is not released while nothing is; that to
 * `next/`; and every release to `v/VERSION/`. Replaces what is in the folder.
 */
export function putTogether(out: string, { released, next, url, dates, ...releases }: Sites): void {
  const { versions, last, days } = releases;
  rmSync(out, { recursive: true, force: true });
  const sites = [
    { place: "", version: last },
    { place: "next/", version: undefined },
    ...versions.map((version) => ({ place: `v/${version}/`, version })),
  ].map(({ place, version }) => {
    const site = version === undefined ? next : join(released, version);
    cpSync(site, join(out, place), { recursive: true });
    return { place, version, pages: new Set(pagesOf(site)) };
  });
  const atRoot = new Set(sites[0]?.pages);
  for (const site of sites) {
    const linksOf = site.place === "" ? linksOfRootPage : linksOfOtherPage;
    const datesOfSite = dates.get(site.version ?? "HEAD") ?? new Map();
    for (const path of site.pages) {
      const file = join(out, site.place, path, "index.html");
      const page = addToHead(readFileSync(file, "utf8"), linksOf(path, atRoot, url));
      const dated = addDate(page, datesOfSite, languageOf(path));
      writeFileSync(file, addVersions(dated, path, site, sites, { last, days }));
    }
    const root = "../".repeat(`${site.place}v/`.split("/").length - 1);
    writeFileSync(join(out, site.place, "v/index.html"), renderReleaseList(versions, root, days));
  }
  writeFileSync(join(out, "sitemap.xml"), sitemap(atRoot, url));
  writeFileSync(join(out, "robots.txt"), renderRobots(`${url}sitemap.xml`));
  writeFileSync(join(out, "404.html"), renderMissingPage({ root: new URL(url).pathname }));
}
