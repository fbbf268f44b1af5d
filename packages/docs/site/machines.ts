/** What the site offers to machines: llms.txt, llms-full.txt, the sitemap, headers for static hosts. */
import { pathIn } from "./addresses.ts";
import { textsIn } from "./interface-texts.ts";
import { languageNames, languages } from "./languages.ts";
import { groups, type Page } from "./page.ts";
import { type Twin, twinPath } from "./twins.ts";

/** https://llmstxt.org: what there is, with one line each, leading to the Markdown twins. */
export function llmsText(pages: readonly Page[], summary: string): string {
  const sections = languages.flatMap((language) =>
    groups.map((group) => {
      const texts = textsIn(language);
      const listed = pages.filter((page) => page.language === language && page.group === group);
      const title =
        language === "en"
          ? texts.groups[group]
          : `${texts.groups[group]} (${languageNames[language]})`;
      return `## ${title}\n\n${listed.map((page) => `- [${page.title}](${twinPath(page)}): ${page.description}`).join("\n")}`;
    }),
  );
  const files =
    "## Contract\n\n- [openapi.json](openapi.json): the contract, OpenAPI 3.1\n- [openapi.yaml](openapi.yaml): the same as YAML\n- [read-orders.arazzo.yaml](workflows/read-orders.arazzo.yaml): calls to make of it, Arazzo 1.0";
  return `# ${textsIn("en").siteName}\n\n> ${summary} ${textsIn("en").unofficial}\n\n${[files, ...sections].join("\n\n")}\n`;
}

/** Every English page in one file; the Polish ones say the same. */
export function llmsFullText(twins: readonly Twin[]): string {
  return twins
    .filter(({ page }) => page.language === "en")
    .map(({ page, text }) => `<!-- ${twinPath(page)} -->\n\n${text}`)
    .join("\n\n");
}

/** A sitemap needs full addresses, so there is one only when it is known where the site will stand. */
export function sitemap(pages: readonly Page[], siteUrl: string): string {
  const entries = pages.map((page) => {
    const address = (language: Page["language"]) => `${siteUrl}${pathIn(language, page.path)}`;
    const links = languages.map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${address(language)}"/>`,
    );
    return `<url><loc>${address(page.language)}</loc>${links.join("")}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
}

/**
 * `_headers`, as Cloudflare Pages, Netlify and others read it. Pages carry their own policy too;
 * what a page can't say of itself stands here.
 */
export function hostHeaders(): string {
  return `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  X-Frame-Options: DENY
  Content-Security-Policy: frame-ancestors 'none'
  Permissions-Policy: camera=(), geolocation=(), microphone=()
/*.md
  Content-Type: text/markdown; charset=utf-8
/v/*
  X-Robots-Tag: noindex
`;
}
