import MiniSearch from "minisearch";
import { type Section, searchOptions } from "../browser/search-options.ts";
import { pathIn } from "./addresses.ts";
import { raw, textOf } from "./html.ts";
import type { Language } from "./languages.ts";
import type { Page } from "./page.ts";

/** The index that a reader's browser loads: every section of every page in one language. */
export function buildSearchIndex(language: Language, pages: readonly Page[]): MiniSearch<Section> {
  const index = new MiniSearch<Section>(searchOptions(language));
  index.addAll(
    pages
      .filter((page) => page.language === language)
      .flatMap(sectionsOf)
      .map((section, id) => ({ ...section, id })),
  );
  return index;
}

/** Sections that name things without a word on them. */
const isList = /^<h2 id="(?:shape|used-by|exports)">/;

function sectionsOf(page: Page): Omit<Section, "id">[] {
  const address = pathIn(page.language, page.path);
  // An example is data: its words would drown the ones that explain.
  const prose = page.body.text.replace(/<pre>.*?<\/pre>/gs, " ");
  const [before = "", ...sections] = prose
    .split(/(?=<h[23] id=")/)
    .filter((section) => !isList.test(section));
  const first = {
    address,
    page: page.title,
    heading: "",
    keywords: page.keywords ?? "",
    text: `${page.description} ${textOf(raw(before))}`,
  };
  return [
    first,
    ...sections.map((section) => {
      const [heading = "", id = "", title = ""] =
        /^<h[23] id="([^"]+)">(.*?)<\/h[23]>/s.exec(section) ?? [];
      return {
        address: `${address}#${id}`,
        page: page.title,
        heading: textOf(raw(title)),
        keywords: "",
        text: textOf(raw(section.slice(heading.length))),
      };
    }),
  ];
}
