const space = "\u00a0";

/** A tag; or a whole element that holds no prose. */
const notProse = /<(pre|code|kbd|script|style|svg)\b.*?<\/\1>|<[^>]*>/gs;

/** Words of one letter with the space after them. */
const shortWord = /(?<![\p{L}\p{N}'’-])([aiouwz])[ \n](?=\S|$)/giu;

/**
 * Polish leaves no word of one letter at the end of a line, so a space that does not break follows
 * each in the text of a page. Sources have plain spaces, as Markdown twins and the search do.
 */
export function bindShortWords(page: string): string {
  let end = 0;
  const parts = [...page.matchAll(notProse)].map(({ 0: kept, index }) => {
    const text = page.slice(end, index);
    end = index + kept.length;
    return text.replace(shortWord, `$1${space}`) + kept;
  });
  return parts.join("") + page.slice(end).replace(shortWord, `$1${space}`);
}
