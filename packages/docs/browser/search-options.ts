/** How texts become terms, and how results are ranked: the same in the build and in the browser. */
import type { Options } from "minisearch";

/** One section of a page. */
export interface IndexedSection {
  id: number;
  /** From the site's root, with the anchor. */
  address: string;
  /** The page's title. */
  page: string;
  heading: string;
  /** Search terms that the page's author adds. */
  keywords: string;
  text: string;
}

const ignored = new Set(
  (
    "a an and are by can do does for from how i if in is it my of on or that the this to what when where which why with " +
    "aby albo ale ani co czy dla do i jak jaki jakie jest ktory ktore lub ma mam na nie o od oraz po przez sa sie to w we z za ze"
  ).split(" "),
);

const folded: Readonly<Record<string, string>> = { ł: "l" };

/** Lower case without accents, so that "zamowienie" finds "zamówienie". */
const fold = (term: string): string =>
  term
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ł/g, (letter) => folded[letter] ?? letter);

const endings = {
  en: /(?:ing|ied|ies|ed|es|s)$/,
  pl: /(?:owaniem|owaniu|owania|owanie|osciami|osciach|osciom|aniach|aniem|eniem|enia|eniu|enie|ono|ano|ami|ach|owi|ego|emu|ymi|imi|osc|osci|iem|ow|om|em|ie|ej|ych|ich|ym|im|ia|iu|ii|y|i|a|e|u|o)$/,
};

/** A term without its ending; short terms and codes stay as they are. */
function stem(term: string, language: "en" | "pl"): string {
  if (term.length < 5 || /\d/.test(term)) return term;
  const short = term.replace(endings[language], "");
  return short.length >= 3 ? short : term;
}

/** `termDuration` is found by itself, by "term" and by "duration". */
function termsOf(word: string, language: "en" | "pl"): string[] {
  const parts = word.split(/(?<=[a-z0-9])(?=[A-Z])/);
  const all = parts.length > 1 ? [word, ...parts] : [word];
  return all
    .map(fold)
    .filter((term) => !ignored.has(term))
    .map((term) => stem(term, language));
}

export function searchOptions(language: "en" | "pl"): Options<IndexedSection> {
  return {
    fields: ["page", "heading", "keywords", "text"],
    storeFields: ["address", "page", "heading"],
    processTerm: (term) => termsOf(term, language),
    searchOptions: {
      boost: { page: 3, heading: 4, keywords: 5 },
      // Doc comments have many names and little explanation, so they rank lower.
      boostDocument: (_id, _term, stored) => (/packages\//.test(`${stored?.address}`) ? 0.5 : 1),
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 5 && !/\d/.test(term) ? 0.15 : false),
    },
  };
}
