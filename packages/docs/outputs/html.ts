import { pathIn } from "../page/addresses.ts";
import { renderPage } from "../page/frame.ts";
import type { Page } from "../page/page.ts";
import { bindShortWords } from "../page/short-words.ts";
import { languagesOf, siblingsIn } from "../page/siblings.ts";
import type { Files } from "./files.ts";
import { renderMissingPage } from "./missing-page.ts";

/**
 * Every page as HTML, and the one that says that there is no such page.
 *
 * @param css the style sheet of the site
 */
export function htmlFiles(pages: readonly Page[], css: string | undefined): Files {
  const files: Files = { "404.html": renderMissingPage({ root: "/", css, site: pages[0]?.site }) };
  for (const language of languagesOf(pages)) {
    const siblings = siblingsIn(language, pages);
    for (const page of siblings.pages) {
      const html = renderPage(page, siblings);
      files[`${pathIn(language, page.path)}index.html`] =
        language === "pl" ? bindShortWords(html) : html;
    }
  }
  return files;
}
