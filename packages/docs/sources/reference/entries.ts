/** Properties, parameters and headers as sections, with everything that is described inside them. */
import { type Described, resolve, type Schema, schemaNameOf } from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import { type Section, section } from "../../page/page.ts";
import { facts, flags } from "./facts.ts";
import { type Context, describe, exampleOf } from "./parts.ts";
import { inPlace, partsOf } from "./schema-parts.ts";
import { typeOf } from "./schema-type.ts";

/** A property, parameter or header. */
interface Entry {
  /** Its name, after those of what it is in: `address`, `city`. */
  path: readonly string[];
  schema?: Schema | undefined;
  /** What describes it: the parameter or header, or for a property the schema itself. */
  described: Described & { deprecated?: boolean | undefined };
  required?: boolean | undefined;
  /** Further paragraphs. */
  more?: Html | undefined;
  /** The schemas that it is in, which a reference may lead back to. */
  above?: readonly Schema[];
}

/** What a property, parameter or header is and means, and then what is inside it. */
export function entry(context: Context, { path, schema = {}, ...given }: Entry): Section[] {
  const { texts, contract, anchors, within = [] } = context;
  const { described, required, more, above } = given;
  const found = inPlace(contract, schema);
  const description = described.description ?? resolve(contract, schema).description ?? "";
  const deprecated = described.deprecated ?? found.deprecated;
  const stated = { ...found, ...(deprecated !== undefined && { deprecated }) };
  const body = html`<p class="type">${typeOf(context, schema)}${flags(texts, stated, required)}</p>
${describe(context, { ...described, description })}${ofValue(context, schema, described)}
${facts(context, found)}${more}
${exampleOf(texts, found)}`;
  const place = within.map((step) => step !== "body" && html`<code>${step}</code> · `);
  const title = html`${place}<code>${path.join(".")}</code>`;
  const own = section(3, anchors.take(...within, ...path), title, body, { frame: "entry" });
  return [own, ...entriesIn(context, found, { path, ...(above && { above }) })];
}

/** What the contract says of a parameter's or header's value beside what it says of the thing itself. */
function ofValue(context: Context, schema: Schema, described: Described): Html | undefined {
  const { description, $ref } = schema;
  if (described === schema || !described.description || !description || $ref) return undefined;
  return describe(context, { description });
}

interface Inside {
  path?: readonly string[];
  /** Properties that a schema around this one requires. */
  required?: readonly string[];
  /** The schemas that this one is in, which a reference may lead back to. */
  above?: readonly Schema[];
}

/** The properties that a schema describes in place: its own, and those of its parts, at any depth. */
export function entriesIn(
  context: Context,
  schema: Schema,
  { path = [], required = [], above = [] }: Inside = {},
): Section[] {
  const found = inPlace(context.contract, schema);
  if (above.includes(found)) return [];
  const within = [...above, found];
  return partsOf(found, required).flatMap((part) => {
    const inside = [...path, ...part.step];
    if (part.required !== undefined) {
      const { schema } = part;
      // Most properties are optional, so only the others are marked.
      const required = part.required || undefined;
      const property = { path: inside, schema, described: schema, required };
      return entry(context, { ...property, above: within });
    }
    if (schemaNameOf(part.schema)) return [];
    const outer = found.allOf?.includes(part.schema)
      ? [...required, ...(found.required ?? [])]
      : [];
    return entriesIn(context, part.schema, { path: inside, required: outer, above: within });
  });
}
