import { type Html, html } from "../site/html.ts";
import {
  definitionName,
  definitionPath,
  type Operation,
  type Response,
  resolve,
  type Schema,
} from "./contract.ts";
import { type Context, heading, typeOf } from "./parts.ts";

/** The body of the first response as a tree of names and types. */
export function shape(context: Context, { responses }: Operation): Html | undefined {
  const { contract, texts } = context;
  const [first] = Object.values(responses);
  const schema =
    first && Object.values(resolve<Response>(contract, first).content ?? {})[0]?.schema;
  const name = schema && definitionName(schema);
  if (!name) return undefined;
  return html`${heading(2, "shape", texts.shape)}<p>${texts.shapeIntro}</p>${tree(context, name, [])}`;
}

/** Deeper levels stand on the definitions' own pages: in a large contract a tree would be endless. */
const treeLevels = 4;

function tree(context: Context, name: string, above: readonly string[]): Html | undefined {
  const { properties } = resolve<Schema>(context.contract, {
    $ref: `#/components/schemas/${name}`,
  });
  if (!properties || above.includes(name) || above.length === treeLevels) return undefined;
  const members = Object.entries(properties).map(([member, schema]) => {
    const child = definitionName(schema) ?? definitionName(schema.items ?? {});
    // Links look alike everywhere: one level says it.
    const goesOn = child !== undefined && child !== "Link" && child !== "KeyValuePair";
    const link = html`<a href="page:${definitionPath(name)}#${member}"><code>${member}</code></a>`;
    const below = goesOn && tree(context, child, [...above, name]);
    return html`<li>${link} <span class="type">${typeOf(context, schema)}</span>${below}</li>`;
  });
  return html`<ul class="tree">${members}</ul>`;
}
