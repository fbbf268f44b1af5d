/** Ranks the pages that answer a question. */
import { idOf, type SearchIndex, type SearchPage, type SearchSection } from "./search-index.ts";
import {
  type AskedWord,
  askedWords,
  fold,
  type SearchLanguage,
  titleWords,
  wordsOf,
} from "./search-words.ts";

export interface Found {
  page: SearchPage;
  /** The section that fits best. */
  section: SearchSection;
  /** The words of the index that were found. */
  terms: ReadonlySet<string>;
}

interface Ranked {
  page: SearchPage;
  section: SearchSection;
  /** Whether the question is a title, or a heading. */
  exactness: number;
  score: number;
}

/** The pages that answer a question, each with its best section, the best page first. */
export function findPages(index: SearchIndex, question: string): Found[] {
  const words = askedWords(question, index.language);
  const matches = words.map(({ word }) => index.match(word));
  const scores = matches.map((terms) => index.score(terms));

  const rank = (page: SearchPage, number: number): Ranked[] => {
    const scoreOf = (place: number, word: number) => scores[word]?.get(idOf(number, place)) ?? 0;
    return page.sections.map((section, place): Ranked => {
      const each = words.map(({ weight }, word) => {
        // What a page is about counts for each of its sections.
        const score = scoreOf(place, word) + (place === 0 ? 0 : 0.6 * scoreOf(0, word));
        // No single word decides.
        return (weight * score) / (score + 80);
      });
      const covered = each.filter((score) => score > 0).length;
      const sum = each.reduce((total, score) => total + score, 0);
      const score = sum * (covered / words.length) * weightOf(page, section);
      const exactness = exactnessOf(question, words, matches, page, section, index.language);
      return { page, section, exactness, score };
    });
  };

  const best = index.pages.flatMap((page, number) => {
    const sections = rank(page, number).filter(({ score }) => score > 0);
    return sections.sort(byRank).slice(0, 1);
  });
  const highest = Math.max(...best.map(({ score }) => score));
  const terms = new Set(matches.flatMap((match) => [...match.keys()]));
  return best
    .filter(({ exactness, score }) => exactness > 0 || score >= highest / 8)
    .sort(byRank)
    .filter(isNew())
    .map(({ page, section }) => ({ page, section, terms }));
}

/** Of sections that read the same, such as what all operations respond with, the first one is enough. */
function isNew(): (ranked: Ranked) => boolean {
  const shown = new Set<string>();
  return ({ section: { heading, text } }) => {
    const before = shown.size;
    return heading === undefined || shown.add(`${heading} ${text}`).size > before;
  };
}

const byRank = (one: Ranked, other: Ranked): number =>
  other.exactness - one.exactness || other.score - one.score;

/** Guides explain. The rest shows something, or names it, and operations all respond with the same errors. */
function weightOf(page: SearchPage, { heading, kind }: SearchSection): number {
  if (kind === "response") return 0.3;
  if (page.kind === "start") return 0.9;
  const isDetail = kind === "export" || (page.kind === "release" && heading !== undefined);
  return isDetail ? 0.4 : 1;
}

const squash = (text: string): string => fold(text).replace(/[^\p{L}\p{N}#]/gu, "");

/** Whether the words of a title and those of the question stand for each other, all of them. */
function isCalled(title: readonly string[], matches: readonly ReadonlyMap<string, number>[]) {
  const isMeant = (name: string, terms: ReadonlyMap<string, number>) =>
    (terms.get(name) ?? 0) >= 0.5;
  return (
    title.length > 0 &&
    title.every((name) => matches.some((terms) => isMeant(name, terms))) &&
    matches.every((terms) => title.some((name) => isMeant(name, terms)))
  );
}

/**
 * Whether a heading has the codes of the question. Who asks for an error code means that one, whatever
 * the other words are; a status alone says less.
 */
function hasCodes(heading: string, asked: readonly AskedWord[]): boolean {
  const codes = asked.map(({ word }) => word).filter((word) => /^\d{3,}$/.test(word));
  const isDecisive = codes.length === asked.length || codes.some((code) => code.length > 3);
  const words = wordsOf(heading);
  return codes.length > 0 && isDecisive && codes.every((code) => words.includes(code));
}

/** 2 for the title of the page; 1 for the heading of the section, or for the codes in it. */
function exactnessOf(
  question: string,
  asked: readonly AskedWord[],
  matches: readonly ReadonlyMap<string, number>[],
  { title }: SearchPage,
  { heading, kind }: SearchSection,
  language: SearchLanguage,
): number {
  const isAsked = (text: string) => squash(text) === squash(question);
  if (heading === undefined) {
    return isCalled(titleWords(title, language), matches) || isAsked(title) ? 2 : 0;
  }
  if (kind === "export") return 0;
  return hasCodes(heading, asked) || isAsked(heading) ? 1 : 0;
}
