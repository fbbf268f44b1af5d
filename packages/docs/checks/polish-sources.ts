/** Every file that Polish texts come from, with nothing left in it but those. */
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { isMap, isScalar, type Pair, parseDocument, visit } from "yaml";

export interface PolishSource {
  /** From the root of the repository. */
  file: string;
  /** The file, in which `filler` stands for each character that is not Polish prose. */
  text: string;
}

type Range = readonly [start: number, end: number];

/** No word and no space; lines stay, so that a place in the text is that place in the file. */
const filler = "\0";
const blank = (text: string): string => text.replace(/[^\n]/g, filler);

const root = new URL("../../../", import.meta.url);

export function polishSources(): PolishSource[] {
  return [
    ...read("packages/docs/content/pl/*.md", proseOfGuide),
    ...read("spec/overlays/pl.yaml", (text) => only(text, yamlValues(text, isTranslation))),
    ...["spec/checks/error-codes.json", "packages/docs/content/diagrams/*.yaml"].flatMap((files) =>
      read(files, (text) =>
        only(
          text,
          yamlValues(text, (key) => key === "pl"),
        ),
      ),
    ),
    // The search's own lists are words that people type.
    ...read("packages/docs/{browser,outputs,page,sources}/**/*.ts", (text, file) =>
      only(text, file.includes("/search") ? [] : polishStrings(text)),
    ).filter(({ text }) => /\p{L}/u.test(text)),
  ];
}

function read(files: string, prose: (text: string, file: string) => string): PolishSource[] {
  return globSync(files, { cwd: fileURLToPath(root) })
    .sort()
    .map((file) => ({
      file,
      text: withoutCode(prose(readFileSync(new URL(file, root), "utf8"), file)),
    }));
}

/** Inline code, addresses, anchors, and the English for a term: `odsprzedawca (_reseller_)`. */
const withoutCode = (text: string): string =>
  text.replace(/`[^`]*`|(?<=\])\([^)]*\)|https?:[^\s)]+|\{#[\w-]+\}|\(_[^_)]+_\)/g, blank);

/** Keywords may be words that people look for, although we do not use them; `treats` holds names. */
const proseOfGuide = (text: string): string =>
  text.replace(/^```.*?^```$|^(?:keywords|treats):.*?$|^\|[ |:-]+\|$/gms, blank);

const isTranslation = (key: unknown): boolean => key !== "target";

/** Where the strings are whose keys are wanted, without their quotes. */
function yamlValues(text: string, isWanted: (key: unknown) => boolean): Range[] {
  const ranges: Range[] = [];
  const pair = (_key: unknown, { key, value }: Pair) => {
    if (!isScalar(key) || !isScalar(value) || !value.range || typeof value.value !== "string")
      return;
    const [start, end] = value.range;
    const isBlock = value.type?.startsWith("BLOCK");
    const quote = value.type?.startsWith("QUOTE") ? 1 : 0;
    const from = isBlock ? text.indexOf("\n", start) : start + quote;
    if (isWanted(key.value)) ranges.push([from, end - quote]);
  };
  const document = parseDocument(text);
  if (isMap(document.contents)) visit(document, { Pair: pair });
  return ranges;
}

/** Where the strings of whatever is named `pl` or `polish` are, without their quotes. */
function polishStrings(text: string): Range[] {
  const ranges: Range[] = [];
  const walk = (node: ts.Node, isPolish: boolean): void => {
    const isNamed =
      (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) &&
      ["pl", "polish"].includes(node.name.getText());
    if (isPolish && ts.isStringLiteralLike(node)) ranges.push([node.getStart() + 1, node.end - 1]);
    ts.forEachChild(node, (child) => walk(child, isPolish || isNamed));
  };
  walk(ts.createSourceFile("", text, ts.ScriptTarget.Latest, true), false);
  return ranges;
}

/** The text with everything blank that is outside of the ranges, which are in order. */
function only(text: string, ranges: readonly Range[]): string {
  const ends = [0, ...ranges.map(([, end]) => end)];
  const parts = ranges.map(
    ([start, end], index) => blank(text.slice(ends[index], start)) + text.slice(start, end),
  );
  return parts.join("") + blank(text.slice(ends.at(-1)));
}
