/**
 * What a page says of its full address. A site is built without it, and works below any path: it is known
 * when the site is put together for its host.
 */
import { pathIn } from "../page/addresses.ts";
import { type Html, html } from "../page/html.ts";
import { type Language, languages } from "../page/languages.ts";

/** The pages at the root of the host, by their paths: `pl/guides/errors/`. */
export type RootPages = ReadonlySet<string>;

/** A page in each language that has it. */
function translations(path: string, pages: RootPages): { language: Language; path: string }[] {
  const prefix = languages
    .map((language) => pathIn(language, ""))
    .find((each) => each && path.startsWith(each));
  const neutral = path.slice(prefix?.length ?? 0);
  return languages
    .map((language) => ({ language, path: pathIn(language, neutral) }))
    .filter((each) => pages.has(each.path));
}

/** For a page at the root: its address, and those of its translations. */
export function linksOfRootPage(path: string, pages: RootPages, url: string): Html {
  const alternates = translations(path, pages);
  const [usual] = alternates;
  return html`<link rel="canonical" href="${url}${path}">
<meta property="og:url" content="${url}${path}">
${alternates.map((each) => html`<link rel="alternate" hreflang="${each.language}" href="${url}${each.path}">\n`)}${usual && html`<link rel="alternate" hreflang="x-default" href="${url}${usual.path}">\n`}`;
}

/** For the same page of another version: searches find the one at the root, if it is still there. */
export function linksOfOtherPage(path: string, pages: RootPages, url: string): Html {
  return pages.has(path)
    ? html`<link rel="canonical" href="${url}${path}">\n`
    : html`<meta name="robots" content="noindex">\n`;
}

/** A sitemap of the pages at the root. */
export function sitemap(pages: RootPages, url: string): string {
  const entries = [...pages].map((path) => {
    const links = translations(path, pages).map(
      (each) =>
        html`<xhtml:link rel="alternate" hreflang="${each.language}" href="${url}${each.path}"/>`,
    );
    return html`<url><loc>${url}${path}</loc>${links}</url>`.text;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
}
