/**
 * Addresses inside the site. Pages and texts name their targets from the root, and the frame turns
 * them into relative ones, so that the site works below any path, an earlier release included:
 *
 * - `page:guides/errors/#429` is a page in the language of the page that names it
 * - `site:openapi.json` is a file of the whole site
 */
import { posix } from "node:path";
import type { Language } from "./languages.ts";

/** Where a page stands below the site's root, such as `pl/guides/errors/`. */
export function pathIn(language: Language, path: string): string {
  return language === "en" ? path : `${language}/${path}`;
}

/** The way from one page to a page or file, both given from the root. */
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
