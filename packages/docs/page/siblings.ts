import { groupBy } from "./group-by.ts";
import type { Language } from "./languages.ts";
import type { Page } from "./page.ts";

/** The pages of one language, as each of them needs the others. */
export interface Siblings {
  /** In the order of the menu. */
  pages: readonly Page[];
  /** Those below a page, by its path; those that stand below none, by undefined. */
  below: ReadonlyMap<string | undefined, readonly Page[]>;
}

export function siblingsIn(language: Language, all: readonly Page[]): Siblings {
  const pages = all.filter((page) => page.language === language);
  return { pages, below: groupBy(pages, ({ parent }) => parent) };
}
