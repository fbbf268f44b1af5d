import { type Described, openEnumOf, type Schema, schemasOf } from "@partner-center/spec";
import { html } from "../../page/html.ts";
import type { Language } from "../../page/languages.ts";
import { type Page, type Section, section } from "../../page/page.ts";
import { type Context, describe, entry, firstSentence, typeOf } from "./parts.ts";

/** The page of one definition. Its anchors are the names of its properties or values. */
export function definitionPage(context: Context, language: Language, name: string): Page {
  const { contract, texts } = context;
  const schema = schemasOf(contract)[name] ?? {};
  return {
    language,
    path: context.places.schema(name),
    title: name,
    label: name,
    description: firstSentence(schema.description ?? name),
    group: "reference",
    parent: "reference/",
    lead: html`<p class="type">${texts.definition} · ${typeOf(context, schema)}</p>
${schema["x-dotnet-type"] && html`<p class="dotnet">${texts.dotnetName}: <code>${schema["x-dotnet-type"]}</code></p>`}
${describe(context, schema)}`,
    sections: [
      ...values(context, schema),
      ...properties(context, schema),
      ...usedBy(context, name),
    ],
  };
}

function properties(context: Context, schema: Schema): Section[] {
  if (!schema.properties) return [];
  const { members, additionalMembers } = context.texts;
  const note = schema.additionalProperties === true && html`<p>${additionalMembers}</p>`;
  return [
    section(2, "members", members, html`${note}`),
    ...Object.entries(schema.properties).map(([name, schema]) =>
      entry(context, { name, schema, described: schema, example: schema.examples?.[0] }),
    ),
  ];
}

function values(context: Context, schema: Schema): Section[] {
  if (!schema.enum) return [];
  const { values, openEnum } = context.texts;
  const note = openEnumOf(schema) && html`<p>${openEnum}</p>`;
  return [
    section(2, "values", values, html`${note}`),
    ...schema.enum.map(String).map((value) => {
      const body = describe(context, describedValue(schema, value));
      return section(3, value, html`<code>${value}</code>`, body, { frame: "entry" });
    }),
  ];
}

function describedValue(schema: Schema, value: string): Described {
  const source = schema["x-enumAdditions"]?.[value];
  return {
    description: schema["x-enumDescriptions"]?.[value] ?? "",
    ...(source !== undefined && { "x-addition": source }),
  };
}

/** The operations and definitions that use this one. */
function usedBy({ texts, uses }: Context, name: string): Section[] {
  const links = uses.get(name)?.map(({ link }) => html`<li>${link}</li>`);
  if (!links) return [];
  return [section(2, "used-by", texts.usedBy, html`<ul>${links}</ul>`, { isList: true })];
}
