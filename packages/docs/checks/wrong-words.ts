/** Holds Polish texts against content/glossary.yaml. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { PolishSource } from "./polish-sources.ts";

interface Glossary {
  readonly terms: readonly {
    readonly english: string;
    readonly polish: string;
    readonly forbidden?: readonly string[];
    /** What a page may say once. */
    readonly once?: string;
  }[];
  readonly typography: readonly { readonly forbidden: string; readonly write: string }[];
}

export const glossary: Glossary = parse(
  readFileSync(new URL("../content/glossary.yaml", import.meta.url), "utf8"),
);

/** A pattern of the glossary as a regular expression that finds whole words. */
function wordPattern(pattern: string): RegExp {
  // An asterisk after a letter or a group is an ending; the others are those of regular expressions.
  const endings = pattern.replace(/(?<=[\p{L})])\*/gu, "\\p{L}*").replaceAll(" ", "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${endings})(?!\\p{L})`, "giu");
}

const rules = [
  ...glossary.terms.flatMap(({ polish, forbidden = [] }) =>
    forbidden.map((pattern) => ({ pattern: wordPattern(pattern), write: polish })),
  ),
  ...glossary.typography.map(({ forbidden, write }) => ({
    pattern: new RegExp(forbidden, "gu"),
    write,
  })),
];

const onceOnly = glossary.terms.flatMap(({ once, polish }) =>
  once ? [{ pattern: wordPattern(once), write: `${polish}: this was said already` }] : [],
);

/** What is wrong in a text, as sentences that begin with file and line. */
export function findWrongWords({ file, text }: PolishSource): string[] {
  const found = rules.flatMap(({ pattern, write }) =>
    [...text.matchAll(pattern)].map((match) => ({ match, write })),
  );
  const repeated = onceOnly.flatMap(({ pattern, write }) =>
    [...text.matchAll(pattern)].slice(1).map((match) => ({ match, write })),
  );
  return [...found, ...repeated]
    .sort((one, other) => one.match.index - other.match.index)
    .map(({ match: { 0: words, index }, write }) => {
      const line = text.slice(0, index).split("\n").length;
      return `${file}:${line} has "${words.replace(/\s+/g, " ")}"; write ${write}`;
    });
}
