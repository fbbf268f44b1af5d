/** A schema in a few words: `string`, `OrderLineItem[]`, `map of string`, `Cat | Dog | null`. */
import { isObject, type Schema, schemaNameOf } from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import type { Context } from "./parts.ts";
import { inPlace } from "./schema-parts.ts";

export const typeOf = (context: Context, schema?: unknown): Html =>
  join(typesOf(context, schema, []), " | ");

/** The types that a value may have, each once. */
function typesOf(context: Context, schema: unknown, above: readonly Schema[]): Html[] {
  if (!isSchema(schema)) return [html`${context.texts.anyType}`];
  const name = schemaNameOf(schema);
  if (name) return [html`<a href="page:${context.places.schema(name)}">${name}</a>`];
  const found = inPlace(context.contract, schema);
  if (above.includes(found)) return [html`…`];
  const types = plainTypes(context, found, [...above, found]);
  const all = found.nullable === true ? [...types, html`null`] : types;
  return [...new Map(all.map((type) => [type.text, type])).values()];
}

function plainTypes(context: Context, schema: Schema, above: readonly Schema[]): Html[] {
  const { allOf = [], oneOf, anyOf, format } = schema;
  if (schema.const !== undefined) return [html`<code>${JSON.stringify(schema.const)}</code>`];
  const union = oneOf ?? anyOf;
  if (union) return union.flatMap((each) => typesOf(context, each, above));
  const parts = allOf.filter(hasType).map((part) => grouped(context, part, above));
  const own = [schema.type ?? impliedTypes(schema)].flat();
  if (parts.length > 0) {
    const rest = schema.properties ? [html`object`] : [];
    const all = [...parts, ...rest];
    return [join([...new Map(all.map((type) => [type.text, type])).values()], " & ")];
  }
  if (own.length === 0) return [html`${context.texts.anyType}`];
  const formatted = own.findIndex((type) => type !== "null");
  return own.map((type, index) => {
    if (type === "array") return html`${grouped(context, schema.items, above)}[]`;
    if (type === "object" && isMap(schema)) {
      return html`${context.texts.mapOf} ${grouped(context, schema.additionalProperties, above)}`;
    }
    return html`${type}${index === formatted && format && ` (${format})`}`;
  });
}

/** A type within another, in parentheses when it is several. */
function grouped(context: Context, schema: unknown, above: readonly Schema[]): Html {
  const types = typesOf(context, schema, above);
  return types.length > 1 ? html`(${join(types, " | ")})` : join(types, "");
}

/** What a schema without `type` can only mean. */
function impliedTypes({ properties, additionalProperties, items, enum: values }: Schema): string[] {
  if (properties || isObject(additionalProperties)) return ["object"];
  if (items) return ["array"];
  return (values ?? []).map((value) => (value === null ? "null" : typeof value));
}

/** Not when it only limits what other parts of an `allOf` describe. */
const hasType = (part: Schema): boolean =>
  ["$ref", "type", "properties", "items", "allOf", "oneOf", "anyOf", "const", "enum"].some(
    (key) => key in part,
  );

const isMap = ({ properties, additionalProperties }: Schema): boolean =>
  !properties && isObject(additionalProperties);

const isSchema = (value: unknown): value is Schema => isObject(value);

const join = (parts: readonly Html[], separator: string): Html =>
  html`${parts.map((part, index) => html`${index > 0 && separator}${part}`)}`;
