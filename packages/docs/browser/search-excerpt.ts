import { formsOfName, writtenWord } from "./search-words.ts";

export interface ExcerptPart {
  text: string;
  /** Whether it is a word that was searched for. */
  isMatch: boolean;
}

const longest = 160;
const before = 50;

/** The part of a text around the first of the given words, or its beginning. */
export function excerptOf(text: string, terms: ReadonlySet<string>): ExcerptPart[] {
  const words = [...text.matchAll(writtenWord)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    isMatch: formsOfName(written).some((form) => terms.has(form)),
  }));
  const first = words.find(({ isMatch }) => isMatch)?.start ?? 0;
  const from = words.find(({ start }) => start >= first - before)?.start ?? 0;
  const start = first <= before ? 0 : from;
  const end = words.filter((word) => word.end <= start + longest).at(-1)?.end ?? text.length;
  const isWhole = text.length <= start + longest;

  const parts: ExcerptPart[] = start > 0 ? [{ text: "… ", isMatch: false }] : [];
  let done = start;
  for (const word of words.filter(
    (word) => word.isMatch && word.start >= start && word.end <= end,
  )) {
    parts.push({ text: text.slice(done, word.start), isMatch: false });
    parts.push({ text: text.slice(word.start, word.end), isMatch: true });
    done = word.end;
  }
  parts.push({ text: isWhole ? text.slice(done) : `${text.slice(done, end)} …`, isMatch: false });
  return parts.filter((part) => part.text !== "");
}
