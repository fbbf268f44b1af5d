/** The parts that pages of the reference consist of. */
import {
  type Contract,
  type Described,
  type Example,
  type ExternalDocs,
  referenceName,
  resolve,
  type Schema,
} from "@partner-center/spec";
import { codeBlock, jsonBlock } from "../../page/highlight.ts";
import { type Html, html } from "../../page/html.ts";
import type { InterfaceTexts } from "../../page/interface-texts.ts";
import { renderInline, renderMarkdown } from "../../page/markdown.ts";
import { type Section, section } from "../../page/page.ts";
import type { Places } from "./places.ts";
import type { Uses } from "./uses.ts";

/** What every part needs to know. */
export interface Context {
  contract: Contract;
  places: Places;
  uses: Uses;
  texts: InterfaceTexts;
}

/** A description, and the source of what the vendor's page lacks. */
export function describe({ texts }: Context, thing: Described): Html {
  const source = thing["x-addition"];
  return html`${thing.description && renderMarkdown(thing.description)}${
    source &&
    html`<p class="addition"><strong>${texts.addition}.</strong> ${sourceOf(texts, source)}</p>`
  }`;
}

const sourceOf = (texts: InterfaceTexts, source: string): Html =>
  /^https:\S+$/.test(source)
    ? html`${texts.additionSource}: <a href="${source}">${source}</a>`
    : renderInline(source);

/** The first sentence of a description, as plain text. */
export const firstSentence = (text: string): string =>
  text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replaceAll("`", "")
    .match(/^.*?[.:](?=\s|$)/s)?.[0]
    .replace(/\s+/g, " ") ?? text;

export const externalLink = ({ url, description = url }: ExternalDocs): Html =>
  html`<a href="${url}">${description}</a>`;

/** A schema in a few words: `string`, `OrderLineItem[]`, `map of string`. */
export function typeOf(context: Context, schema: Schema = {}): Html {
  const name = referenceName(schema);
  if (name) return html`<a href="page:${context.places.schema(name)}">${name}</a>`;
  if (schema.items) return html`${typeOf(context, schema.items)}[]`;
  if (typeof schema.additionalProperties === "object") {
    return html`${context.texts.mapOf} ${typeOf(context, schema.additionalProperties)}`;
  }
  const type = [schema.type ?? context.texts.anyType].flat().join(" | ");
  return html`${type}${schema.format && ` (${schema.format})`}`;
}

/** A property, parameter or header. */
interface Entry {
  name: string;
  schema?: Schema | undefined;
  /** What describes it: the parameter or header, or for a property the schema itself. */
  described: Described;
  required?: boolean | undefined;
  example?: unknown;
}

/** What a property, parameter or header is and means, with an example. Its anchor is its name. */
export function entry(context: Context, { name, schema = {}, described, ...more }: Entry): Section {
  const { texts, contract } = context;
  const { required, example } = more;
  const description = described.description ?? resolve(contract, schema).description ?? "";
  const body = html`<p class="type">${typeOf(context, schema)}${need(texts, required)}</p>
${describe(context, { ...described, description })}
${inner(context, schema)}
${example !== undefined && exampleOf(texts, example)}`;
  return section(3, name, html`<code>${name}</code>`, body, { frame: "entry" });
}

function need(texts: InterfaceTexts, required: boolean | undefined): Html | undefined {
  if (required === undefined) return undefined;
  return required
    ? html` · <span class="required">${texts.required}</span>`
    : html` · ${texts.optional}`;
}

/** What the contract says about the entries of a list or map that has no definition of its own. */
function inner({ texts }: Context, schema: Schema): Html | undefined {
  const { items, additionalProperties: map } = schema;
  if (items?.description)
    return html`<p>${texts.eachEntry}: ${renderInline(items.description)}</p>`;
  if (typeof map === "object" && map.description) {
    return html`<p>${texts.anyMember}: ${renderInline(map.description)}</p>`;
  }
  return undefined;
}

function exampleOf(texts: InterfaceTexts, value: unknown): Html {
  return typeof value === "object"
    ? html`<p>${texts.example}:</p>${jsonBlock(value)}`
    : html`<p>${texts.example}: <code>${String(value)}</code></p>`;
}

/** Examples to choose from: each opens and closes without a script; the first is open. */
export function examples(
  group: string,
  entries: { id: string; example: Example; note: Html }[],
): Html {
  return html`<div class="examples">${entries.map(
    (
      { id, example, note },
      index,
    ) => html`<details id="${id}" name="${group}"${index === 0 && html` open`}>
<summary>${example.summary ?? id}</summary>
${example.description && renderMarkdown(example.description)}${note}
${typeof example.value === "string" ? codeBlock(example.value) : jsonBlock(example.value)}
</details>`,
  )}</div>`;
}
