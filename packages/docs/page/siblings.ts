import { groupBy } from "./group-by.ts";
import { type Language, languages } from "./languages.ts";
import type { Page } from "./page.ts";

/** The pages of one language, for links between them. */
export interface Siblings {
  /** In the order of the menu. */
  pages: readonly Page[];
  /** The pages below a page, by its path; those below none, by undefined. */
  below: ReadonlyMap<string | undefined, readonly Page[]>;
  /** The languages that the site has. */
  languages: readonly Language[];
}

/** The languages that pages are in: all, but for a site of the reference alone. */
export const languagesOf = (pages: readonly Page[]): Language[] =>
  languages.filter((language) => pages.some((page) => page.language === language));

export function siblingsIn(language: Language, all: readonly Page[]): Siblings {
  const pages = all.filter((page) => page.language === language);
  return { pages, below: groupBy(pages, ({ parent }) => parent), languages: languagesOf(all) };
}
