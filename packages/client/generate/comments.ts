/** Writes documentation of the contract as comments. */

/** How wide the lines of a comment are. */
const width = 100;

/** Begins each generated file. */
export const generatedNote = `/**
 * Generated from the contract in spec/ by packages/client/generate/. Do not edit: change the contract
 * and run \`npm run generate\`.
 */
`;

/** A comment of some paragraphs and tags, wrapped; an empty line stays one. Without any, none. */
export function comment(paragraphs: readonly string[], margin = ""): string {
  const lines = paragraphs
    .flatMap((paragraph) => defuse(paragraph.trim()).split("\n"))
    .flatMap((line) => wrap(line, width - margin.length - 3));
  if (!lines.length) return "";
  const [only, ...others] = lines;
  const short = `${margin}/** ${only} */\n`;
  if (only && !others.length && short.length <= width + 1) return short;
  const body = lines.map((line) => `${margin} * ${line}`.trimEnd());
  return `${margin}/**\n${body.join("\n")}\n${margin} */\n`;
}

/** Descriptions must neither end the comment nor begin a tag; ours begin with theirs. */
function defuse(text: string): string {
  const [tag = ""] = /^@\w+/.exec(text) ?? [];
  const rest = text.slice(tag.length).replaceAll("*/", "*\\/");
  return tag + rest.replace(/(^|\s)@/g, "$1\\@");
}

/** Breaks a line at blanks. */
function wrap(line: string, limit: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current && current.length + 1 + word.length > limit) {
      lines.push(current);
      current = word;
    } else {
      current = current ? `${current} ${word}` : word;
    }
  }
  return [...lines, current];
}
