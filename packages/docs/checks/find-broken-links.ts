/** Follows every link and anchor of the built site, in pages, twins and llms.txt. */
import { existsSync, globSync } from "node:fs";
import { posix } from "node:path";
import { anchorsIn, dist, pagePaths, readDist } from "./site-pages.ts";

/** @param site folder of the built site, ours by default */
export function findBrokenLinks(site = dist): string[] {
  const pages = pagePaths(site).map((path) => `${path}index.html`);
  const twins = globSync(["**/*.md", "llms*.txt"], { cwd: site }).filter(
    (file) => !file.startsWith("v/"),
  );
  const known = new Map<string, Set<string>>();
  /** The anchors of a page, by its file. */
  const anchors = (file: string): Set<string> => {
    const found = known.get(file) ?? new Set(anchorsIn(readDist(file, site)));
    known.set(file, found);
    return found;
  };
  return [...pages, ...twins].flatMap((file) =>
    linksOf(file, readDist(file, site))
      .filter((link) => !/^(https?|data|mailto):/.test(link))
      .filter((link) => isBroken(site, file, link, anchors))
      .map((link) => `${file}: ${link}`),
  );
}

function linksOf(file: string, text: string): string[] {
  const found = file.endsWith(".html")
    ? text.matchAll(/ (?:href|src)="([^"]+)"/g)
    : // Code may contain what looks like a link.
      text.replace(/```.*?```|`[^`]*`/gs, "").matchAll(/\]\(([^)\s]+)\)/g);
  return [...found].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
}

function isBroken(
  site: string,
  file: string,
  link: string,
  anchors: (file: string) => Set<string>,
): boolean {
  const [path = "", anchor] = link.split("#");
  // llms-full.txt contains the twins, which are checked in their own files.
  if (file === "llms-full.txt") return false;
  const target = path ? posix.join(posix.dirname(file), path) : file;
  if (target.startsWith("..")) return true;
  const isFolder = path.endsWith("/") || target === ".";
  const found = isFolder ? posix.join(target, "index.html") : target;
  if (!existsSync(posix.join(site, found))) return true;
  if (!anchor) return false;
  // The twin of a page has no anchors; those of the page count.
  return !anchors(found.replace(/\.md$/, ".html")).has(decodeURIComponent(anchor));
}
