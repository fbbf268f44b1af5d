import { type Html, html } from "../site/html.ts";
import type { Language } from "../site/languages.ts";
import type { Page } from "../site/page.ts";
import { type Described, definitionPath, resolve, type Schema } from "./contract.ts";
import { type Context, describe, entry, heading, typeOf } from "./parts.ts";
import type { Use } from "./uses.ts";

/** The page of one definition. Its anchors are the names of its members or values. */
export function definitionPage(
  context: Context,
  language: Language,
  name: string,
  uses: readonly Use[],
): Page {
  const { contract, texts } = context;
  const schema = resolve<Schema>(contract, { $ref: `#/components/schemas/${name}` });
  return {
    language,
    path: definitionPath(name),
    title: name,
    label: name,
    description: firstSentence(schema.description ?? name),
    group: "reference",
    parent: "reference/",
    body: html`<p class="type">${texts.definition} · ${typeOf(context, schema)}</p>
${schema["x-dotnet-type"] && html`<p class="dotnet">${texts.dotnetName}: <code>${schema["x-dotnet-type"]}</code></p>`}
${describe(context, schema)}
${schema.enum && values(context, schema)}
${schema.properties && members(context, schema.properties)}
${schema.additionalProperties === true && html`<p>${texts.additionalMembers}</p>`}
${usedBy(context, uses)}`,
  };
}

export const firstSentence = (text: string): string =>
  text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replaceAll("`", "")
    .match(/^.*?[.:](?=\s|$)/s)?.[0]
    .replace(/\s+/g, " ") ?? text;

function members(context: Context, properties: Record<string, Schema>): Html {
  return html`${heading(2, "members", context.texts.members)}
${Object.entries(properties).map(([name, schema]) =>
  entry(context, { id: name, name, schema, thing: schema, example: schema.examples?.[0] }),
)}`;
}

function values(context: Context, schema: Schema): Html {
  const { texts } = context;
  const isOpen = schema["x-ms-enum"]?.modelAsString === true;
  return html`${heading(2, "values", texts.values)}
${isOpen && html`<p>${texts.openEnum}</p>`}
${(schema.enum ?? []).map(
  (value) => html`<section class="entry">
${heading(3, String(value), html`<code>${String(value)}</code>`)}
${describe(context, describedValue(schema, String(value)))}
</section>
`,
)}`;
}

function describedValue(schema: Schema, value: string): Described {
  const source = schema["x-enumAdditions"]?.[value];
  return {
    description: schema["x-enumDescriptions"]?.[value] ?? "",
    ...(source !== undefined && { "x-addition": source }),
  };
}

/** Where the definition stands in operations and in other definitions. */
function usedBy({ texts }: Context, uses: readonly Use[]): Html | undefined {
  if (uses.length === 0) return undefined;
  return html`${heading(2, "used-by", texts.usedBy)}<ul>${uses.map(({ link }) => html`<li>${link}</li>`)}</ul>`;
}
