/** Asks the site's search what a partner's developer would type: search-questions.yaml. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { findPages } from "../browser/find-pages.ts";
import { openIndex } from "../browser/search-index.ts";
import { pathIn } from "../page/addresses.ts";
import { type Language, languages } from "../page/languages.ts";
import { readDist } from "./site-pages.ts";

/** The pages that answer each question, the best one first. */
type Questions = Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>>;

const file = new URL("search-questions.yaml", import.meta.url);
const questions: Questions = parse(readFileSync(file, "utf8"));

export interface SearchResult {
  language: Language;
  asked: number;
  /** Questions without an answering page among the first three results, with what was found. */
  missed: string[];
  /** Questions whose best page is not the first result, with what was found. */
  notFirst: string[];
}

/** Asks the index that the reader's browser loads. */
export function askQuestions(): SearchResult[] {
  return languages.map((language) => {
    const index = openIndex(JSON.parse(readDist(`assets/search-${language}.json`)));
    const asked = Object.entries(questions[language]).map(([question, pages]) => {
      const found = findPages(index, question).map(({ page }) => page.address);
      const first = found.slice(0, 3);
      const answers = pages.map((page) => pathIn(language, page === "." ? "" : `${page}/`));
      return {
        isFound: answers.some((path) => first.includes(path)),
        isFirst: first[0] === answers[0],
        seen: `${question}: ${first.join(", ") || "nothing"}`,
      };
    });
    return {
      language,
      asked: asked.length,
      missed: asked.filter(({ isFound }) => !isFound).map(({ seen }) => seen),
      notFirst: asked.filter(({ isFirst }) => !isFirst).map(({ seen }) => seen),
    };
  });
}
