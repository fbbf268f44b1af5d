/** Files for machines: twins, llms.txt, llms-full.txt, the sitemap, headers for static hosts. */
import { posix } from "node:path";
import { textsIn } from "../page/interface-texts.ts";
import { languageNames } from "../page/languages.ts";
import { groups, type Page } from "../page/page.ts";
import { languagesOf } from "../page/siblings.ts";
import type { Download } from "./downloads.ts";
import type { Files } from "./files.ts";
import { renderTwin, type Twin, twinPath } from "./twins.ts";

export function machineFiles(
  pages: readonly Page[],
  downloads: readonly Download[],
  summary: string,
): Files {
  const twins = pages.map((page) => ({ page, text: renderTwin(page) }));
  return {
    ...Object.fromEntries(twins.map(({ page, text }) => [twinPath(page), text])),
    "llms.txt": llmsText(pages, downloads, summary),
    "llms-full.txt": llmsFullText(twins),
    _headers: hostHeaders(),
  };
}

/** https://llmstxt.org: a line for each page and file, with links to the Markdown twins. */
function llmsText(pages: readonly Page[], downloads: readonly Download[], summary: string): string {
  const sections = languagesOf(pages).flatMap((language) =>
    groups.flatMap((group) => {
      const texts = textsIn(language);
      const listed = pages.filter((page) => page.language === language && page.group === group);
      if (listed.length === 0) return [];
      const title =
        language === "en"
          ? texts.groups[group]
          : `${texts.groups[group]} (${languageNames[language]})`;
      return `## ${title}\n\n${listed.map((page) => `- [${page.title}](${twinPath(page)}): ${page.description}`).join("\n")}`;
    }),
  );
  const files = downloads.map(
    ({ path, description }) => `- [${posix.basename(path)}](${path}): ${description}`,
  );
  const { siteName, unofficial } = textsIn("en");
  const site = pages[0]?.site;
  const about = site === undefined ? `${summary} ${unofficial}` : summary;
  return `# ${site ?? siteName}\n\n> ${about}\n\n${[`## Contract\n\n${files.join("\n")}`, ...sections].join("\n\n")}\n`;
}

/** Every English page in one file; the Polish ones have the same content. */
function llmsFullText(twins: readonly Twin[]): string {
  return twins
    .filter(({ page }) => page.language === "en")
    .map(({ page, text }) => `<!-- ${twinPath(page)} -->\n\n${text}`)
    .join("\n\n");
}

/**
 * `_headers`, as Cloudflare Pages, Netlify and others read it. Pages have their own policy too; this
 * is what a page cannot set itself.
 */
function hostHeaders(): string {
  return `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  X-Frame-Options: DENY
  Content-Security-Policy: frame-ancestors 'none'
  Permissions-Policy: camera=(), geolocation=(), microphone=()
/*.md
  Content-Type: text/markdown; charset=utf-8
/next/*
  X-Robots-Tag: noindex
/v/*
  X-Robots-Tag: noindex
`;
}
