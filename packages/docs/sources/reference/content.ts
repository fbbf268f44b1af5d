/** The bodies of requests and responses: their media types, schemas and examples. */
import {
  type Example,
  isObject,
  type MediaType,
  type Named,
  type Reference,
  resolve,
  type Schema,
  schemaNameOf,
} from "@partner-center/spec";
import { groupBy } from "../../page/group-by.ts";
import { type Html, html } from "../../page/html.ts";
import type { Section } from "../../page/page.ts";
import { entriesIn } from "./entries.ts";
import { facts } from "./facts.ts";
import { type Context, describe, exampleOf, examples } from "./parts.ts";
import { inPlace } from "./schema-parts.ts";
import { typeOf } from "./schema-type.ts";
import { tree } from "./shape.ts";

export interface Body {
  /** Types and media types. */
  lead: Html;
  examples: Html | undefined;
  /** What a schema without a definition of its own describes. */
  entries: Section[];
}

/**
 * What a body is.
 *
 * @param id begins its anchors: a status, or `body`
 * @param isTree whether to list the properties of a definition, which has a page of its own
 */
export function bodyOf(
  context: Context,
  id: string,
  content: Named<MediaType> = {},
  isTree = false,
): Body {
  const { texts } = context;
  const groups = groupBy(Object.entries(content), ([, { schema }]) => JSON.stringify(schema));
  const shown = [...groups.values()].map((group) => {
    const schema = group[0]?.[1].schema;
    const types = group.map(([type], index) => html`${index > 0 && ", "}<code>${type}</code>`);
    if (!isObject(schema)) return html`<p class="see">${texts.mediaTypes}: ${types}</p>`;
    return html`<p class="see">${texts.responseBody}: ${typeOf(context, schema)}. ${texts.mediaTypes}: ${types}</p>
${!schemaNameOf(schema) && described(context, schema)}${isTree && tree(context, schema)}`;
  });
  const schemas = [...groups.values()].flatMap((group) => group[0]?.[1].schema ?? []);
  return {
    lead: html`${shown}`,
    examples: bodyExamples(context, id, content),
    entries: schemas
      .filter(isObject)
      .flatMap((schema) =>
        schemaNameOf(schema) ? [] : entriesIn({ ...context, within: [id] }, schema),
      ),
  };
}

function described(context: Context, schema: Schema): Html {
  const found = inPlace(context.contract, schema);
  return html`${describe(context, found)}${facts(context, found)}${exampleOf(context.texts, found)}`;
}

/** Each example once; with its media types, unless the first one of the body is among them. */
function bodyExamples(context: Context, id: string, content: Named<MediaType>): Html | undefined {
  const { contract, texts, anchors } = context;
  const found = new Map<string, { example: Example | Reference; types: string[] }>();
  for (const [type, media] of Object.entries(content)) {
    const unnamed = media.example === undefined ? {} : { [id]: { value: media.example } };
    for (const [name, example] of Object.entries({ ...unnamed, ...media.examples })) {
      found.set(name, { example, types: [...(found.get(name)?.types ?? []), type] });
    }
  }
  if (found.size === 0) return undefined;
  const [first = ""] = Object.keys(content);
  const entries = [...found].map(([name, { example, types }]) => {
    const isNamed = name !== id;
    const { summary = isNamed ? name : texts.example, ...rest } = resolve(contract, example);
    // Without a summary the name is the title.
    const words = [
      ...(isNamed && summary !== name ? [html`<code>${name}</code>`] : []),
      ...(types.includes(first) ? [] : [html`${texts.mediaTypes}: ${types.join(", ")}`]),
    ];
    return {
      id: anchors.take(isNamed ? name : `${id}-example`),
      example: { ...rest, summary },
      note: html`${words.length > 0 && html`<p class="media">${words.map((word, index) => html`${index > 0 && " · "}${word}`)}</p>`}`,
    };
  });
  return examples(context, `examples-${id}`, entries);
}
