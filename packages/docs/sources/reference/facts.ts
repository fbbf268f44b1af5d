/** What a schema says of its values besides their type: limits, defaults, values, alternatives. */
import {
  type Described,
  openEnumOf,
  referenceName,
  type Schema,
  schemaNameOf,
} from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import type { InterfaceTexts } from "../../page/interface-texts.ts";
import { renderInline } from "../../page/markdown.ts";
import { type Context, describe, exampleOf } from "./parts.ts";
import { typeOf } from "./schema-type.ts";

/** Short words beside a type: `required · read-only · deprecated`. */
export function flags(
  texts: InterfaceTexts,
  schema: Pick<Schema, "readOnly" | "writeOnly" | "deprecated" | "title">,
  required?: boolean,
): Html {
  const { readOnly, writeOnly, deprecated, title } = schema;
  return html`${required !== undefined && html` · ${needOf(texts, required)}`}${
    readOnly && html` · ${texts.readOnly}`
  }${writeOnly && html` · ${texts.writeOnly}`}${
    deprecated && html` · <strong>${texts.deprecated}</strong>`
  }${title && html` · ${title}`}`;
}

export const needOf = (texts: InterfaceTexts, required: boolean): Html =>
  required ? html`<span class="required">${texts.required}</span>` : html`${texts.optional}`;

/** Paragraphs on the values of a schema, and on those of its entries. */
export function facts(context: Context, schema: Schema): Html {
  const { texts } = context;
  const limits = limitsOf(texts, schema);
  return html`${schema.default !== undefined && html`<p>${texts.defaultValue}: ${code(schema.default)}</p>\n`}${
    limits.length > 0 &&
    html`<p>${texts.limits}: ${limits.map((limit, index) => html`${index > 0 && ", "}${limit}`)}</p>\n`
  }${inlineValues(context, schema)}${alternatives(context, schema)}${inner(context, schema)}${limitingParts(context, schema)}${
    schema.externalDocs &&
    html`<p><a href="${schema.externalDocs.url}">${schema.externalDocs.description ?? schema.externalDocs.url}</a></p>`
  }`;
}

/** What the parts of an `allOf` say that describe no properties of their own. */
function limitingParts(context: Context, { allOf = [] }: Schema): Html[] {
  return allOf
    .filter((part) => !schemaNameOf(part))
    .map(
      (part) =>
        html`${describe(context, part)}${facts(context, part)}${exampleOf(context.texts, part)}`,
    );
}

const code = (value: unknown): Html =>
  html`<code>${typeof value === "string" && value !== "" ? value : JSON.stringify(value)}</code>`;

function limitsOf(texts: InterfaceTexts, schema: Schema): Html[] {
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below } = schema;
  // In OpenAPI 3.0 `exclusiveMinimum` is a boolean beside `minimum`.
  const least = typeof above === "number" ? undefined : minimum;
  const most = typeof below === "number" ? undefined : maximum;
  return [
    ...(least === undefined ? [] : [html`${above ? ">" : "≥"} ${least}`]),
    ...(typeof above === "number" ? [html`> ${above}`] : []),
    ...(most === undefined ? [] : [html`${below ? "<" : "≤"} ${most}`]),
    ...(typeof below === "number" ? [html`< ${below}`] : []),
    ...(schema.multipleOf === undefined ? [] : [html`${texts.multipleOf} ${schema.multipleOf}`]),
    ...range(texts.length, schema.minLength, schema.maxLength),
    ...(schema.pattern === undefined ? [] : [html`${texts.pattern} ${code(schema.pattern)}`]),
    ...range(texts.entryCount, schema.minItems, schema.maxItems),
    ...(schema.uniqueItems ? [html`${texts.uniqueItems}`] : []),
    ...range(texts.memberCount, schema.minProperties, schema.maxProperties),
    ...(schema.additionalProperties === false ? [html`${texts.noAdditionalMembers}`] : []),
  ];
}

function range(what: string, least: number | undefined, most: number | undefined): Html[] {
  if (least !== undefined && most !== undefined) return [html`${what} ${least}–${most}`];
  if (least !== undefined) return [html`${what} ≥ ${least}`];
  return most === undefined ? [] : [html`${what} ≤ ${most}`];
}

/** The values of an enum that is not a definition of its own. */
function inlineValues(context: Context, schema: Schema): Html | undefined {
  const { texts } = context;
  if (!schema.enum || schemaNameOf(schema)) return undefined;
  const note = openEnumOf(schema) && html`<p>${texts.openEnum}</p>`;
  const isDescribed = schema["x-enumDescriptions"] ?? schema["x-enumAdditions"];
  if (!isDescribed) {
    const list = schema.enum.map((value, index) => html`${index > 0 && ", "}${code(value)}`);
    return html`<p>${texts.values}: ${list}</p>${note}`;
  }
  const terms = schema.enum.map(
    (value) =>
      html`<dt>${code(value)}</dt><dd>${describe(context, describedValue(schema, String(value)))}</dd>`,
  );
  return html`<p>${texts.values}:</p><dl>${terms}</dl>${note}`;
}

/** What the contract says of one value of an enum. */
export function describedValue(schema: Schema, value: string): Described {
  const source = schema["x-enumAdditions"]?.[value];
  return {
    description: schema["x-enumDescriptions"]?.[value] ?? "",
    ...(source !== undefined && { "x-addition": source }),
  };
}

/** What a value can be, when the contract gives several shapes, and how to tell them apart. */
function alternatives(context: Context, schema: Schema): Html | undefined {
  const { texts } = context;
  const lists = [
    [texts.oneOf, schema.oneOf] as const, // As a pair.
    [texts.anyOf, schema.anyOf] as const,
  ].map(([label, all = []]) => {
    const list = all.filter(({ type }) => type !== "null");
    const [only] = list;
    if (list.length < 2) return only && !schemaNameOf(only) && facts(context, only);
    const items = list.map((each) => {
      const values = mappedTo(schema, each).map((value) => html` · <code>${value}</code>`);
      const { description } = schemaNameOf(each) ? { description: "" } : each;
      const names = Object.keys(each.properties ?? {}).map((name) => html` <code>${name}</code>`);
      return html`<li>${typeOf(context, each)}${each.title && html` · ${each.title}`}${names.length > 0 && html`:${names}`}${values} ${description && renderInline(description)}${facts(context, { ...each, description: "" })}</li>`;
    });
    return html`<p>${label}:</p><ol>${items}</ol>`;
  });
  const { propertyName } = schema.discriminator ?? {};
  return html`${lists}${propertyName && html`<p>${texts.discriminator}: <code>${propertyName}</code>${!schema.oneOf && !schema.anyOf && mapping(context, schema)}</p>`}`;
}

/** The values of the discriminator that mean an alternative. */
const mappedTo = ({ discriminator }: Schema, alternative: Schema): string[] => {
  const name = schemaNameOf(alternative);
  const entries = Object.entries(discriminator?.mapping ?? {});
  const values = entries.filter(([, target]) => nameIn(target) === name).map(([value]) => value);
  return name === undefined || !discriminator || values.length > 0 ? values : [name];
};

/** A mapping leads to a definition by reference or by name. */
const nameIn = (target: string): string | undefined =>
  target.startsWith("#") ? referenceName({ $ref: target }) : target;

/** What each value of the discriminator of a base means. */
function mapping(context: Context, { discriminator }: Schema): Html[] {
  return Object.entries(discriminator?.mapping ?? {}).map(([value, target], index) => {
    const name = nameIn(target) ?? target;
    const type = typeOf(context, { $ref: `#/components/schemas/${name}` });
    return html`${index === 0 ? " · " : ", "}<code>${value}</code>: ${type}`;
  });
}

/** What the contract says about the entries of a list or map that has no definition of its own. */
function inner(context: Context, schema: Schema): Html | undefined {
  const { items, additionalProperties: map } = schema;
  const { anyMember, eachEntry } = context.texts;
  if (items && !schemaNameOf(items)) return ofEach(context, eachEntry, items);
  if (typeof map !== "object") return undefined;
  const label = schema.properties ? html`${anyMember}: ${typeOf(context, map)}` : anyMember;
  return schemaNameOf(map) && !schema.properties ? undefined : ofEach(context, label, map);
}

function ofEach(context: Context, label: Html | string, each: Schema): Html | undefined {
  const { description = "", "x-addition": source } = schemaNameOf(each) ? {} : each;
  const added = source ? describe(context, { description: "", "x-addition": source }) : html``;
  const more = schemaNameOf(each) ? html`` : html`${added}${facts(context, each)}`;
  const shown = exampleOf(context.texts, each);
  const first = description ? html`<p>${label}: ${renderInline(description)}</p>` : undefined;
  if (first) return html`${first}${more}${shown}`;
  const isLabelled = more.text !== "" || shown !== undefined || typeof label !== "string";
  return isLabelled ? html`<p>${label}:</p>${more}${shown}` : undefined;
}
