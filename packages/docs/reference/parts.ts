/** What the pages of the reference are put together from. */

import { codeBlock, jsonBlock } from "../site/highlight.ts";
import { type Html, html } from "../site/html.ts";
import type { InterfaceTexts } from "../site/interface-texts.ts";
import { renderInline, renderMarkdown } from "../site/markdown.ts";
import {
  type Contract,
  type Described,
  definitionName,
  definitionPath,
  type Example,
  type ExternalDocs,
  resolve,
  type Schema,
} from "./contract.ts";

/** What every part needs to know. */
export interface Context {
  contract: Contract;
  texts: InterfaceTexts;
}

export function heading(level: 2 | 3, id: string, title: Html | string): Html {
  const link = html`<a href="#${id}">${title}</a>`;
  return level === 2 ? html`<h2 id="${id}">${link}</h2>` : html`<h3 id="${id}">${link}</h3>`;
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

export const externalLink = ({ url, description = url }: ExternalDocs): Html =>
  html`<a href="${url}">${description}</a>`;

/** A schema in a few words: `string`, `OrderLineItem[]`, `map of string`. */
export function typeOf(context: Context, schema: Schema): Html {
  const name = definitionName(schema);
  if (name) return html`<a href="page:${definitionPath(name)}">${name}</a>`;
  if (schema.items) return html`${typeOf(context, schema.items)}[]`;
  if (typeof schema.additionalProperties === "object") {
    return html`${context.texts.mapOf} ${typeOf(context, schema.additionalProperties)}`;
  }
  const type = [schema.type ?? context.texts.anyType].flat().join(" | ");
  return html`${type}${schema.format && ` (${schema.format})`}`;
}

/** A member, parameter or header: its name, what it is, what it means, an example. */
export function entry(
  context: Context,
  {
    id,
    name,
    schema,
    thing,
    required,
    example,
  }: {
    id: string;
    name: string;
    schema: Schema;
    thing: Described;
    required?: boolean | undefined;
    example?: unknown;
  },
): Html {
  const { texts, contract } = context;
  const description = thing.description ?? resolve(contract, schema).description ?? "";
  return html`<section class="entry">
${heading(3, id, html`<code>${name}</code>`)}
<p class="type">${typeOf(context, schema)}${need(texts, required)}</p>
${describe(context, { ...thing, description })}
${inner(context, schema)}
${example !== undefined && exampleOf(texts, example)}
</section>
`;
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

/** Examples to choose from: each opens and closes, which needs no script. */
export function examples(
  group: string,
  entries: { id: string; example: Example; note?: Html | undefined }[],
  open: boolean,
): Html {
  return html`<div class="examples">${entries.map(
    (
      { id, example, note },
      index,
    ) => html`<details id="${id}" name="${group}"${open && index === 0 && html` open`}>
<summary>${example.summary ?? id}</summary>
${example.description && renderMarkdown(example.description)}${note}
${typeof example.value === "string" ? codeBlock(example.value) : jsonBlock(example.value)}
</details>`,
  )}</div>`;
}
