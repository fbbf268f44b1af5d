/** The index of one language, made in the reader's browser from the pages' texts. */
import MiniSearch, { type SearchOptions } from "minisearch";
import { isFormOf, isSameWord, isTypoOf, type SearchLanguage, wordsOf } from "./search-words.ts";

export type PageKind =
  | "start"
  | "guide"
  | "reference"
  | "operation"
  | "definition"
  | "package"
  | "release";
export type SectionKind = "code" | "parameter" | "response" | "property" | "value" | "export";

/** What `assets/search-<language>.json` holds. */
export interface SearchFile {
  language: SearchLanguage;
  /** The words for each kind of result. */
  kinds: Readonly<Record<PageKind | SectionKind, string>>;
  /** Words that stand for each other, folded. */
  synonyms: readonly (readonly string[])[];
  pages: readonly SearchPage[];
}

export interface SearchPage {
  /** From the site's root. */
  address: string;
  title: string;
  kind: PageKind;
  /** Search terms that the page's author adds. */
  keywords?: string;
  /** The first one is what comes before the page's first heading. */
  sections: readonly SearchSection[];
}

export interface SearchSection {
  /** The anchor; none for the first section. */
  anchor?: string;
  heading?: string;
  text: string;
  /** None where the page's says enough. */
  kind?: SectionKind;
}

/** Scores of sections, by page and section number. */
type Scores = ReadonlyMap<string, number>;

export interface SearchIndex extends SearchFile {
  /** The words of the index that a word of a question stands for, and how well each of them fits. */
  match(word: string): ReadonlyMap<string, number>;
  score(terms: ReadonlyMap<string, number>): Scores;
}

export const idOf = (page: number, section: number): string => `${page} ${section}`;

export function openIndex(file: SearchFile): SearchIndex {
  const vocabulary = new Set<string>();
  const index = new MiniSearch({
    fields: ["title", "heading", "keywords", "text"],
    tokenize: (text) => {
      const words = wordsOf(text);
      for (const word of words) vocabulary.add(word);
      return words;
    },
    processTerm: (word) => word,
  });
  file.pages.forEach(({ title, keywords, sections }, page) => {
    sections.forEach(({ heading, text }, section) => {
      // A page's title and keywords count once; findPages lets them speak for all of its sections.
      const own = section === 0 ? { title, keywords } : { heading };
      index.add({ id: idOf(page, section), ...own, text });
    });
  });

  const options: SearchOptions = {
    boost: { title: 4, heading: 3, keywords: 3 },
    // A short section is not a better one: names are mere lines, guides explain.
    bm25: { k: 1.2, b: 0.4, d: 0.5 },
    tokenize: (word) => [word],
  };
  /** The best score of each section: one that has a word in several forms does not fit better. */
  const score = (terms: ReadonlyMap<string, number>): Scores => {
    const best = new Map<string, number>();
    for (const [term, weight] of terms) {
      for (const { id, score } of index.search(term, options)) {
        best.set(id, Math.max(best.get(id) ?? 0, weight * score));
      }
    }
    return best;
  };
  const words = [...vocabulary];
  return { ...file, score, match: (word) => matchWord(word, words, file) };
}

function matchWord(
  word: string,
  vocabulary: readonly string[],
  { language, synonyms }: SearchFile,
): Map<string, number> {
  const isAny = (term: string, words: readonly string[]) =>
    words.some((one) => isSameWord(one, term, language));
  const alike = synonyms.filter((group) => isAny(word, group)).flat();
  const matches = weigh(vocabulary, (term) => {
    if (term === word) return 1;
    if (isFormOf(word, term, language)) return 0.95;
    if (isAny(term, alike)) return 0.8;
    return word.length > 2 && term.startsWith(word) ? 0.4 : 0;
  });
  if (matches.size > 0) return matches;
  const meant = vocabulary.filter((term) => isTypoOf(word, term));
  return weigh(vocabulary, (term) => (isAny(term, meant) ? 0.5 : 0));
}

function weigh(terms: readonly string[], weightOf: (term: string) => number): Map<string, number> {
  const weights = new Map(terms.map((term) => [term, weightOf(term)]));
  return new Map([...weights].filter(([, weight]) => weight > 0));
}
