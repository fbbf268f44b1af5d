import { openEnumOf, type Schema, schemasOf } from "@partner-center/spec";
import { html } from "../../page/html.ts";
import type { Language } from "../../page/languages.ts";
import { type Page, type Section, section } from "../../page/page.ts";
import { Anchors } from "./anchors.ts";
import { entriesIn } from "./entries.ts";
import { describedValue, facts, flags, needOf } from "./facts.ts";
import { treatedIn } from "./guide-links.ts";
import { inherited } from "./members.ts";
import { type Context, describe, exampleOf, firstSentence, type Shared } from "./parts.ts";
import { inPlace } from "./schema-parts.ts";
import { typeOf } from "./schema-type.ts";
import { memberLink } from "./shape.ts";
import { findUnshown, unshownNote } from "./unshown.ts";

/** The page of one definition. Its anchors are the names of its properties or values. */
export function definitionPage(shared: Shared, language: Language, name: string): Page {
  const context = { ...shared, anchors: new Anchors() };
  const { contract, texts } = context;
  const schema = inPlace(contract, schemasOf(contract)[name] ?? {});
  return {
    language,
    path: context.places.schema(name),
    title: name,
    label: name,
    description: firstSentence(schema.description ?? name),
    group: "reference",
    parent: context.home,
    menuGroup: texts.definitions,
    lead: html`<p class="type">${texts.definition} · ${typeOf(context, schema)}${flags(texts, schema)}</p>
${schema["x-dotnet-type"] && html`<p class="dotnet">${texts.dotnetName}: <code>${schema["x-dotnet-type"]}</code></p>`}
${describe(context, schema)}
${treatedIn(context.guideLinks, name, texts.see)}
${facts(context, withoutValues(schema))}${!schema.enum && exampleOf(texts, schema)}
${unshownNote(texts, findUnshown(contract, "schema", schemasOf(contract)[name]))}`,
    sections: [
      ...values(context, schema),
      ...properties(context, schema),
      ...inheritedProperties(context, schema),
      ...usedBy(context, name),
    ],
  };
}

/** Values have sections of their own. */
const withoutValues = ({ enum: _values, ...schema }: Schema): Schema => schema;

function properties(context: Context, schema: Schema): Section[] {
  const { members, additionalMembers } = context.texts;
  const entries = entriesIn(context, schema);
  if (entries.length === 0) return [];
  const note = schema.additionalProperties === true && html`<p>${additionalMembers}</p>`;
  return [section(2, "members", members, html`${note}`), ...entries];
}

/** What it has from other definitions, which describe it. */
function inheritedProperties(context: Context, schema: Schema): Section[] {
  const { contract, places, texts } = context;
  const bases = inherited(contract, schema);
  if (bases.length === 0) return [];
  const lists = bases.map(({ from, members }) => {
    const items = members.map(({ name, schema, required }) => {
      const need = required && html` · ${needOf(texts, required)}`;
      return html`<li>${memberLink(context, from, name)} <span class="type">${typeOf(context, schema)}${need}</span></li>`;
    });
    return html`<p>${texts.inheritedFrom} <a href="page:${places.schema(from)}">${from}</a>:</p><ul class="tree">${items}</ul>`;
  });
  return [section(2, "inherited", texts.inherited, html`${lists}`, { isList: true })];
}

function values(context: Context, schema: Schema): Section[] {
  if (!schema.enum) return [];
  const { values, openEnum } = context.texts;
  const note = openEnumOf(schema) && html`<p>${openEnum}</p>`;
  return [
    section(2, "values", values, html`${note}`),
    ...schema.enum.map(String).map((value) => {
      const body = describe(context, describedValue(schema, value));
      const title = html`<code>${value}</code>`;
      return section(3, context.anchors.take(value), title, body, { frame: "entry" });
    }),
  ];
}

/** The operations and definitions that use this one. */
function usedBy({ texts, uses }: Context, name: string): Section[] {
  const links = uses.get(name)?.map(({ link }) => html`<li>${link}</li>`);
  if (!links) return [];
  return [section(2, "used-by", texts.usedBy, html`<ul>${links}</ul>`, { isList: true })];
}
