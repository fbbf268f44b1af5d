/** The parts that pages of the reference consist of. */
import type { Contract, Described, Example, ExternalDocs } from "@partner-center/spec";
import { codeBlock, jsonBlock } from "../../page/highlight.ts";
import { type Html, html } from "../../page/html.ts";
import type { InterfaceTexts } from "../../page/interface-texts.ts";
import { renderInline, renderMarkdown } from "../../page/markdown.ts";
import { choiceList } from "../../page/tabs.ts";
import type { Anchors } from "./anchors.ts";
import type { GuideLinks } from "./guide-links.ts";
import type { Places } from "./places.ts";
import type { Uses } from "./uses.ts";

/** What every page needs to know. */
export interface Shared {
  contract: Contract;
  places: Places;
  uses: Uses;
  texts: InterfaceTexts;
  /** Path of the contract's own page. */
  home: string;
  /** The anchors of tags on the contract's page. */
  tagAnchors: ReadonlyMap<string, string>;
  /** Where guides treat what the contract names, on a site that has guides. */
  guideLinks?: GuideLinks;
  /** Whether readers can try the operations. */
  isTried: boolean;
}

/** What every part of a page needs to know. */
export interface Context extends Shared {
  /** Those of the page that is being written. */
  anchors: Anchors;
  /** What the described body belongs to, such as the status of a response. */
  within?: readonly string[];
}

/** A description, and the source of what the vendor's page lacks. */
export function describe({ texts }: Context, thing: Described): Html {
  const source = thing["x-addition"];
  return html`${thing.description && renderMarkdown(thing.description)}${
    source &&
    html`<p class="addition"><span>${texts.addition}.</span> ${sourceOf(texts, source)}</p>`
  }`;
}

const sourceOf = (texts: InterfaceTexts, source: string): Html =>
  /^https:\S+$/.test(source)
    ? html`${texts.additionSource}: <a href="${source}">${new URL(source).hostname}</a>`
    : renderInline(source);

/** The first sentence of a description, or what introduces its list, as plain text. */
export const firstSentence = (text: string): string =>
  text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replaceAll("`", "")
    .match(/^.*?(?:\.(?=\s|$)|:(?=\n\n|$))/s)?.[0]
    .replace(/\s+/g, " ") ?? text;

export const externalLink = ({ url, description = url }: ExternalDocs): Html =>
  html`<a href="${url}">${description}</a>`;

/** The examples of a schema, parameter or header, if it has some. */
export function exampleOf(
  texts: InterfaceTexts,
  { example, examples }: { example?: unknown; examples?: unknown },
): Html | undefined {
  const values = example === undefined && Array.isArray(examples) ? examples : [example];
  const shown = values.filter((value) => value !== undefined);
  if (shown.length === 0) return undefined;
  const label = shown.length === 1 ? texts.example : texts.examples;
  const lines = shown.map(onOneLine);
  if (lines.some((line) => line.length > longestLine)) {
    return html`<p>${label}:</p>${shown.map(jsonBlock)}`;
  }
  const codes = lines.map((line, index) => html`${index > 0 && ", "}<code>${line}</code>`);
  return html`<p>${label}: ${codes}</p>`;
}

/** Longer lists and objects get a block of their own. */
const longestLine = 60;

const onOneLine = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value, null, 1).replace(/\n\s*/g, " ") : String(value);

/** Examples to choose from. */
export function examples(
  { texts }: Context,
  group: string,
  entries: { id: string; example: Example; note: Html }[],
): Html {
  const choices = entries.map(({ id, example, note }) => ({
    id,
    value: id,
    label: example.summary ?? id,
    body: html`${example.description && renderMarkdown(example.description)}${note}${valueBlock(example)}`,
  }));
  return choiceList(group, texts.examples, choices);
}

/** Its value may be in a file elsewhere. */
function valueBlock({ value }: Example): Html | undefined {
  if (value === undefined) return undefined;
  return typeof value === "string" ? codeBlock(value) : jsonBlock(value);
}
