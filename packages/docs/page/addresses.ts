/**
 * Addresses inside the site. Pages give them from the site's root, and the frame makes them relative,
 * so that the site works below any path, earlier releases included:
 *
 * - `page:guides/errors/#429` is a page in the language of the page that links to it
 * - `site:openapi.json` is a file of the whole site
 */
import { posix } from "node:path";
import type { Language } from "./languages.ts";

/** The path of a page from the site's root, such as `pl/guides/errors/`. */
export function pathIn(language: Language, path: string): string {
  return language === "en" ? path : `${language}/${path}`;
}

/** The relative address from one page to a page or file, both given from the root. */
export function relativeAddress(from: string, to: string): string {
  const [, path = "", anchor = ""] = /^([^#]*)(#.*)?$/.exec(to) ?? [];
  if (path === from) return anchor || "./";
  const way = posix.relative(`/${from}`, `/${path}`) || ".";
  const isFolder = path === "" || path.endsWith("/");
  return `${way}${isFolder ? "/" : ""}${anchor}`;
}

/** Makes every `page:` and `site:` address of a page's HTML relative to that page. */
export function resolveAddresses(html: string, language: Language, path: string): string {
  const from = pathIn(language, path);
  return html.replace(/(href|src)="(page|site):([^"]*)"/g, (_all, attribute, kind, target) => {
    const to = kind === "page" ? pathIn(language, target) : target;
    return `${attribute}="${relativeAddress(from, to)}"`;
  });
}
