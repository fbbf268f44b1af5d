/** Gathers what the contract says about each thing in one text, as an editor should show it. */

export type JsonObject = { [key: string]: unknown };

/** Stands for a line break inside a description until it is printed: a character of no script. */
export const foldedLine = "\uE000";

const constraints = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
];

/** Members that say something about an object; they become its `title`, the rest stays. */
const documentation = [
  ...["title", "summary", "description", "format", "default", "example", "examples"],
  ...["deprecated", "externalDocs"],
];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A copy of the contract in which `title` holds the whole documentation of each object: summary,
 * description, enum values, format, constraints, .NET name, source of an addition, and the JSDoc
 * tags `@deprecated`, `@default` and `@example`. Line breaks in it are {@link foldedLine}.
 *
 * The generator prints a title as it is, but indents the other texts in a way that editors show as
 * code.
 */
export function describeContract(contract: JsonObject): JsonObject {
  const { examples: _shownElsewhere, ...components } = contract.components as JsonObject;
  return describe({ ...contract, components }, contract) as JsonObject;
}

function describe(value: unknown, contract: JsonObject): unknown {
  if (Array.isArray(value)) return value.map((item) => describe(item, contract));
  if (!isObject(value)) return value;
  const text = documentationOf(value, contract);
  const described = Object.entries(value)
    .filter(([key, member]) => !(documentation.includes(key) && isText(key, member)))
    .map(([key, member]) => [key, key === "enum" ? member : describe(member, contract)]);
  return Object.fromEntries(text ? [...described, ["title", text]] : described);
}

/** Tells a schema's `description` from a property that happens to be called that. */
function isText(key: string, member: unknown): boolean {
  if (key === "default" || key === "example") return !isSchema(member);
  if (key === "examples") return !isSchema(member);
  if (key === "externalDocs") return isObject(member) && typeof member.url === "string";
  return typeof member !== "object";
}

function isSchema(member: unknown): boolean {
  return isObject(member) && ("type" in member || "$ref" in member);
}

function documentationOf(object: JsonObject, contract: JsonObject): string {
  const schema = isObject(object.schema) ? object.schema : {};
  const facts = { ...schema, ...object };
  const text = (key: string) => {
    const value = facts[key];
    return typeof value === "string" && value.trim() ? [value.trim()] : [];
  };
  const paragraphs = [
    ...text("title"),
    ...text("summary"),
    ...(text("description").length ? text("description") : referencedDescription(object, contract)),
    ...enumValues(facts),
    ...text("format").map((format) => `Format: ${format}.`),
    ...constraintsOf(facts),
    ...text("x-dotnet-type").map((name) => `.NET name: \`${name}\`.`),
    ...text("x-addition").map((source) => `Not on the reference page; source: ${source}`),
  ];
  const examples = [facts.example, ...(Array.isArray(facts.examples) ? facts.examples : [])];
  const tags = [
    ...(facts.deprecated === true ? ["@deprecated"] : []),
    ...(isText("default", facts.default) ? tag("default", facts.default) : []),
    ...examples.filter((example) => !isSchema(example)).flatMap((each) => tag("example", each)),
  ];
  return [paragraphs.join("\n\n"), tags.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n")
    .replaceAll("*/", "*\\/")
    .replaceAll("\n", foldedLine);
}

function tag(name: string, value: unknown): string[] {
  return value === undefined ? [] : [`@${name} ${JSON.stringify(value)}`];
}

function referencedDescription(object: JsonObject, contract: JsonObject): string[] {
  if (typeof object.$ref !== "string") return [];
  const target = object.$ref
    .split("/")
    .slice(1)
    .reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), contract);
  return isObject(target) && typeof target.description === "string" ? [target.description] : [];
}

function enumValues(facts: JsonObject): string[] {
  const descriptions = facts["x-enumDescriptions"];
  if (!Array.isArray(facts.enum) || !isObject(descriptions)) return [];
  return [facts.enum.map((value) => `- \`${value}\`: ${descriptions[value]}`).join("\n")];
}

function constraintsOf(facts: JsonObject): string[] {
  const said = constraints.filter((name) =>
    ["string", "number", "boolean"].includes(typeof facts[name]),
  );
  return said.length === 0
    ? []
    : [`Constraints: ${said.map((name) => `${name} \`${facts[name]}\``).join(", ")}.`];
}
