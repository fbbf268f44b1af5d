/** How texts become words, and which words count as the same one. */

/** The languages that the search knows the endings of. */
export type SearchLanguage = "en" | "pl";

/** Lower case without accents, so that "zamowienie" finds "zamówienie". */
export const fold = (text: string): string =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l");

/** A word as it is written, such as `termDuration`, `429` or `C#`. */
export const writtenWord = /[\p{L}\p{N}]+(?:#(?![\p{L}\p{N}]))?/gu;

const partsOf = (written: string): string[] =>
  written.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).map(fold);

/** `termDuration` is found by itself, by "term" and by "duration". */
export function formsOfName(written: string): string[] {
  const parts = partsOf(written);
  return parts.length > 1 ? [fold(written), ...parts] : parts;
}

export const wordsOf = (text: string): string[] =>
  (text.match(writtenWord) ?? []).flatMap(formsOfName);

const list = (text: string): string[] => text.split(" ");

/** Words that a question may have or not. */
const ignored: Readonly<Record<SearchLanguage, ReadonlySet<string>>> = {
  en: new Set(
    list(
      "a also an and any are as at be but by can do does for from get have how i if in into is it its me my no not of on only " +
        "or per should so still that the their then there this to we what when where which who why will with yet you your",
    ),
  ),
  pl: new Set(
    list(
      "a aby albo ale ani bez byc co czy dla do gdy gdzie i jak jaka jaki jakie jako jeszcze jest jesli juz kiedy ktora ktore " +
        "ktory lub ma mam moge na nadal nie o od oraz po pod przez przy sa sie tego ten to tylko w we z za ze zeby",
    ),
  ),
};

export interface AskedWord {
  word: string;
  /** Codes and names of properties say more than other words. */
  weight: number;
}

/** The words of a question that say what it is about. */
export function askedWords(question: string, language: SearchLanguage): AskedWord[] {
  const words = (question.match(writtenWord) ?? []).map((written) => ({
    word: fold(written),
    weight: /\d|\p{Ll}\p{Lu}/u.test(written) ? 1.5 : 1,
  }));
  const telling = words.filter(({ word }) => !ignored[language].has(word));
  return telling.length > 0 ? telling : words;
}

/** The words that a title consists of: "Billing" and "Cycle" of `BillingCycle`. */
export const titleWords = (title: string, language: SearchLanguage): string[] =>
  (title.match(writtenWord) ?? []).flatMap(partsOf).filter((word) => !ignored[language].has(word));

const polishCases = list(
  "a e i o u y ie ia iu ii io iem ej em am om ym im ow iow ach ami iach iami iom ego iego emu ych ich ymi imi owi mi",
);
const polishStems = ["an", "on", "ion", "en", "ien", "owan", "n", "osc", "acj", "cj", "k"];

/** What a word may end in, without accents. */
const endings: Readonly<Record<SearchLanguage, ReadonlySet<string>>> = {
  en: new Set([
    "",
    ...list(
      "e s es d ed r er ers ing y ies ied ion ions ation ations iation ment ments able led ling lation lations",
    ),
  ]),
  pl: new Set([
    "",
    ...polishCases,
    ...polishStems.flatMap((stem) => polishCases.map((ending) => stem + ending)),
    ...list("c ac ec ic yc owac al ala alo ali aly il ila ilo aja uje uja ek osc"),
  ]),
};

/** Whether both are forms of one word: after a common start, each has an ending or nothing more. */
export function isFormOf(one: string, other: string, language: SearchLanguage): boolean {
  if (/\d/.test(one) || Math.max(one.length, other.length) < 4) return false;
  const known = endings[language];
  for (let length = 3; length <= Math.min(one.length, other.length); length += 1) {
    if (!other.startsWith(one.slice(0, length))) return false;
    if (known.has(one.slice(length)) && known.has(other.slice(length))) return true;
  }
  return false;
}

export const isSameWord = (one: string, other: string, language: SearchLanguage): boolean =>
  one === other || isFormOf(one, other, language);

/** Whether one is the other mistyped: from 4 letters one slip, from 7 two, never in the first letter. */
export function isTypoOf(typed: string, word: string): boolean {
  if (/\d/.test(typed) || typed.length < 4 || typed[0] !== word[0]) return false;
  const slips = typed.length < 7 ? 1 : 2;
  return Math.abs(typed.length - word.length) <= slips && distance(typed, word) <= slips;
}

/** How many letters were left out, added, changed, or swapped with the next one. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let y = 1; y <= one.length; y += 1) {
    const next = [y];
    for (let x = 1; x <= other.length; x += 1) {
      const at = (cells: readonly number[], column: number) => cells[column] ?? 0;
      const same = one[y - 1] === other[x - 1] ? 0 : 1;
      let least = Math.min(at(row, x) + 1, at(next, x - 1) + 1, at(row, x - 1) + same);
      const isSwap = y > 1 && x > 1 && one[y - 1] === other[x - 2] && one[y - 2] === other[x - 1];
      if (isSwap) least = Math.min(least, at(before, x - 2) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
