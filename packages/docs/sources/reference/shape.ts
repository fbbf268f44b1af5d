import { type Operation, referenceName, resolve, schemasOf } from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import { type Section, section } from "../../page/page.ts";
import { type Context, typeOf } from "./parts.ts";

/** The body of the first response as a tree of names and types. */
export function shape(context: Context, { responses = {} }: Operation): Section[] {
  const { contract, texts } = context;
  const [first] = Object.values(responses);
  const [media] = Object.values((first && resolve(contract, first).content) ?? {});
  const name = media?.schema && referenceName(media.schema);
  if (!name) return [];
  const body = html`<p>${texts.shapeIntro}</p>${tree(context, name, [])}`;
  return [section(2, "shape", texts.shape, body, { isList: true })];
}

/** Deeper levels are on the definitions' own pages: in a large contract a tree would be endless. */
const treeLevels = 4;

function tree(context: Context, name: string, above: readonly string[]): Html | undefined {
  const { properties } = schemasOf(context.contract)[name] ?? {};
  if (!properties || above.includes(name) || above.length === treeLevels) return undefined;
  const items = Object.entries(properties).map(([property, schema]) => {
    const child = referenceName(schema) ?? referenceName(schema.items ?? {});
    // A definition that is used in several places, such as Link, would be repeated in the tree.
    const isOpened = child !== undefined && context.uses.get(child)?.length === 1;
    const link = html`<a href="page:${context.places.schema(name)}#${property}"><code>${property}</code></a>`;
    const below = isOpened && tree(context, child, [...above, name]);
    return html`<li>${link} <span class="type">${typeOf(context, schema)}</span>${below}</li>`;
  });
  return html`<ul class="tree">${items}</ul>`;
}
