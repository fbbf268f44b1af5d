/** The index of one language, made in the reader's browser from the pages' texts. */
import MiniSearch, { type SearchOptions } from "minisearch";
import { isFormOf, isTypoOf, type SearchLanguage, wordsOf } from "./search-words.ts";

/** What `assets/search-<language>.json` holds. */
export interface SearchFile {
  language: SearchLanguage;
  /** Names of the menu's groups. */
  kinds: Readonly<Record<string, string>>;
  /** Words that stand for each other, folded. */
  synonyms: readonly (readonly string[])[];
  pages: readonly SearchPage[];
}

export interface SearchPage {
  /** From the site's root. */
  address: string;
  title: string;
  /** The menu's group. */
  group: string;
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
  /** A response of an operation: most operations have the same ones. */
  isResponse?: true;
}

/** Scores of sections, by page and section number. */
export type Scores = ReadonlyMap<string, number>;

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
    boost: { title: 4, heading: 3, keywords: 5 },
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
  const terms = new Map<string, number>();
  const add = (from: readonly string[], weight: number) => {
    for (const term of from) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  };
  const forms = (of: string) => vocabulary.filter((term) => isFormOf(of, term, language));
  const alike = synonyms.filter((group) =>
    group.some((one) => one === word || isFormOf(one, word, language)),
  );
  for (const other of alike.flat()) {
    add(vocabulary.includes(other) ? [other] : [], 0.6);
    add(forms(other), 0.5);
  }
  if (word.length > 2)
    add(
      vocabulary.filter((term) => term.startsWith(word)),
      0.4,
    );
  add(forms(word), 0.8);
  if (vocabulary.includes(word)) terms.set(word, 1);
  if (terms.size > 0) return terms;
  for (const meant of vocabulary.filter((term) => isTypoOf(word, term))) {
    add([meant], 0.6);
    add(forms(meant), 0.4);
  }
  return terms;
}
