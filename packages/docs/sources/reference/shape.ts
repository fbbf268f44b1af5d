import {
  type Operation,
  resolve,
  type Schema,
  schemaNameOf,
  schemasOf,
} from "@partner-center/spec";
import { groupBy } from "../../page/group-by.ts";
import { type Html, html } from "../../page/html.ts";
import { type Section, section } from "../../page/page.ts";
import { anchorOf } from "./anchors.ts";
import { flags } from "./facts.ts";
import { inherited, type Member, ownMembers } from "./members.ts";
import { type Context, firstSentence } from "./parts.ts";
import { typeOf } from "./schema-type.ts";
import { statusLabel } from "./status-label.ts";

/** The bodies of all responses as trees of names and types, each definition once. */
export function shape(context: Context, { responses = {} }: Operation): Section[] {
  const { contract, texts } = context;
  const bodies = Object.entries(responses).flatMap(([status, reference]) =>
    Object.values(resolve(contract, reference).content ?? {}).flatMap(({ schema }) =>
      schema && definitionBelow(schema) ? [{ status, schema }] : [],
    ),
  );
  const byDefinition = groupBy(bodies, ({ schema }) => definitionBelow(schema));
  const shown = [...byDefinition.values()].flatMap((group) => {
    const [first] = group;
    const list = first && tree(context, first.schema);
    if (!list) return [];
    const statuses = [...new Set(group.map(({ status }) => status))].map(
      (status) => html`${statusLabel(status)} `,
    );
    return [html`<p class="shape">${statuses} ${typeOf(context, first.schema)}</p>${list}`];
  });
  if (shown.length === 0) return [];
  const body = html`<p>${texts.shapeIntro}</p>${shown}`;
  return [section(2, "shape", texts.shape, body, { isList: true })];
}

/** Deeper levels are on the definitions' own pages: in a large contract a tree would be endless. */
const treeLevels = 4;

/** The properties of a definition, or of the entries of a list of it, and what is below them. */
export function tree(
  context: Context,
  schema: Schema,
  above: readonly string[] = [],
): Html | undefined {
  const { contract } = context;
  const name = definitionBelow(schema);
  if (name === undefined || above.includes(name) || above.length === treeLevels) return undefined;
  const definition = schemasOf(contract)[name] ?? {};
  const inside = [...above, name];
  const items = [
    ...ownMembers(contract, definition).map((member) => item(context, name, member, inside)),
    ...inherited(contract, definition).flatMap(({ from, members }) =>
      members.map((member) => item(context, from, member, inside)),
    ),
    ...[...(definition.oneOf ?? []), ...(definition.anyOf ?? [])]
      .filter((alternative) => definitionBelow(alternative))
      .map((alternative) => {
        const below = tree(context, alternative, inside);
        return html`<li>${typeOf(context, alternative)}${below}</li>`;
      }),
  ];
  return items.length > 0 ? html`<ul class="tree">${items}</ul>` : undefined;
}

/** A property, as a link to where it is described, its type and what it is; a fold has what is inside. */
function item(context: Context, owner: string, member: Member, above: readonly string[]): Html {
  const { name, schema, required } = member;
  const child = definitionBelow(schema);
  // A definition that is used in several places, such as Link, would be repeated in the tree.
  const isOpened = child !== undefined && context.uses.get(child)?.length === 1;
  const link = memberLink(context, owner, name);
  const { readOnly = false, writeOnly = false, deprecated = false } = schema;
  const state = flags(context.texts, { readOnly, writeOnly, deprecated }, required || undefined);
  const below = isOpened && tree(context, schema, above);
  const { description = "" } = schema.description ? schema : resolve(context.contract, schema);
  const text = description && html`<p>${firstSentence(description)}</p>`;
  const fold =
    below && html`<details><summary>${context.texts.members}</summary>${below}</details>`;
  return html`<li>${link} <span class="type">${typeOf(context, schema)}${state}</span>${text}${fold}</li>`;
}

/** A link to a property of a definition. */
export const memberLink = ({ places }: Context, owner: string, name: string): Html =>
  html`<a href="page:${places.schema(owner)}#${anchorOf([name])}"><code>${name}</code></a>`;

const definitionBelow = (schema: Schema): string | undefined =>
  schemaNameOf(schema) ?? (schema.items && definitionBelow(schema.items));
