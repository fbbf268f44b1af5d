/** Follows every link and anchor of the built site, in pages, twins and llms.txt. */
import { existsSync, globSync } from "node:fs";
import { posix } from "node:path";
import { anchorsIn, dist, pagePaths, readDist } from "./site-pages.ts";

const anchorsByFile = new Map<string, Set<string>>();

/** The anchors of a page, by its file. */
function anchors(file: string): Set<string> {
  const known = anchorsByFile.get(file);
  if (known) return known;
  const found = new Set(anchorsIn(readDist(file)));
  anchorsByFile.set(file, found);
  return found;
}

export function findBrokenLinks(): string[] {
  const pages = pagePaths().map((path) => `${path}index.html`);
  const twins = globSync("**/*.{md,txt}", { cwd: dist }).filter((file) => !file.startsWith("v/"));
  return [...pages, ...twins].flatMap((file) =>
    linksOf(file)
      .filter((link) => !/^(https?|data|mailto):/.test(link))
      .filter((link) => isBroken(file, link))
      .map((link) => `${file}: ${link}`),
  );
}

function linksOf(file: string): string[] {
  const text = readDist(file);
  const found = file.endsWith(".html")
    ? text.matchAll(/ (?:href|src)="([^"]+)"/g)
    : // Code may contain what looks like a link.
      text.replace(/```.*?```|`[^`]*`/gs, "").matchAll(/\]\(([^)\s]+)\)/g);
  return [...found].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
}

function isBroken(file: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  // llms-full.txt contains the twins, which are checked in their own files.
  if (file === "llms-full.txt") return false;
  const target = path ? posix.join(posix.dirname(file), path) : file;
  if (target.startsWith("..")) return true;
  const isFolder = path.endsWith("/") || target === ".";
  const found = isFolder ? posix.join(target, "index.html") : target;
  if (!existsSync(`${dist}${found}`)) return true;
  if (!anchor) return false;
  // The twin of a page has no anchors; those of the page count.
  return !anchors(found.replace(/\.md$/, ".html")).has(decodeURIComponent(anchor));
}
