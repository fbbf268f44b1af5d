import MiniSearch from "minisearch";
import { type IndexedSection, searchOptions } from "../browser/search-options.ts";
import { pathIn } from "../page/addresses.ts";
import { proseOf } from "../page/html.ts";
import type { Page } from "../page/page.ts";
import { languagesOf } from "../page/siblings.ts";
import type { Files } from "./files.ts";

/** The index of each language, which a reader's browser loads: every section of every page. */
export function searchFiles(pages: readonly Page[]): Files {
  const files = languagesOf(pages).map((language) => {
    const index = new MiniSearch<IndexedSection>(searchOptions(language));
    const sections = pages.filter((page) => page.language === language).flatMap(sectionsOf);
    index.addAll(sections.map((section, id) => ({ ...section, id })));
    return [`assets/search-${language}.json`, JSON.stringify(index)] as const;
  });
  return Object.fromEntries(files);
}

function sectionsOf(page: Page): Omit<IndexedSection, "id">[] {
  const address = pathIn(page.language, page.path);
  const lead = {
    address,
    page: page.title,
    heading: "",
    keywords: page.keywords ?? "",
    text: `${page.description} ${proseOf(page.lead)}`,
  };
  const sections = page.sections
    .filter(({ isList }) => !isList)
    .map(({ id, title, body }) => ({
      address: `${address}#${id}`,
      page: page.title,
      heading: proseOf(title),
      keywords: "",
      text: proseOf(body),
    }));
  return [lead, ...sections];
}
