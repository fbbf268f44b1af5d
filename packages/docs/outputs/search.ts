import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { SearchFile, SearchPage } from "../browser/search-index.ts";
import { fold } from "../browser/search-words.ts";
import { pathIn } from "../page/addresses.ts";
import { proseOf } from "../page/html.ts";
import { textsIn } from "../page/interface-texts.ts";
import type { Language } from "../page/languages.ts";
import type { Page } from "../page/page.ts";
import { languagesOf } from "../page/siblings.ts";
import type { Files } from "./files.ts";
import { kindOfPage, kindOfSection } from "./search-kinds.ts";

/** The texts of each language, from which a reader's browser makes its index. */
export function searchFiles(pages: readonly Page[]): Files {
  const files = languagesOf(pages).map((language) => {
    const file: SearchFile = {
      language,
      kinds: textsIn(language).searchKinds,
      synonyms: synonymsIn(language),
      pages: pages.filter((page) => page.language === language).map(searchPage),
    };
    return [`assets/search-${language}.json`, JSON.stringify(file)] as const;
  });
  return Object.fromEntries(files);
}

function synonymsIn(language: Language): string[][] {
  const file = new URL("../content/synonyms.yaml", import.meta.url);
  const groups: Record<Language, string[]> = parse(readFileSync(file, "utf8"));
  return groups[language].map((group) => fold(group).split(/,\s*/));
}

function searchPage(page: Page): SearchPage {
  const lead = { text: `${page.description} ${proseOf(page.lead)}` };
  const sections = page.sections
    .filter(({ isList, isBeside }) => !isList && !isBeside)
    .map((section) => {
      const kind = kindOfSection(page, section);
      const { id, title, body } = section;
      return {
        anchor: id,
        heading: proseOf(title),
        text: proseOf(body),
        ...(kind && { kind }),
      };
    });
  return {
    address: pathIn(page.language, page.path),
    title: page.title,
    kind: kindOfPage(page),
    ...(page.keywords && { keywords: page.keywords }),
    sections: [lead, ...sections],
  };
}
