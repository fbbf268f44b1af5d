/** Gathers what the contract says about each thing in one text, as an editor should show it. */

export type JsonObject = { [key: string]: unknown };

/** Stands for a line break inside a description until it is printed: a character of no script. */
export const foldedLine = "\uE000";

const constraints = words(
  "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern " +
    "minItems maxItems uniqueItems minProperties maxProperties",
);

/** Members that say something about an object; they become its `title`, the rest stays. */
const documentation = words(
  "title summary description format default example examples deprecated externalDocs",
);

/** Members whose own members are named by the contract's author, so that any name may come up. */
const maps = words(
  "paths webhooks schemas responses parameters requestBodies headers securitySchemes links " +
    "callbacks pathItems content properties patternProperties $defs mapping encoding variables",
);

/** Members that hold data, not descriptions. */
const values = words("enum const");

function words(list: string): string[] {
  return list.split(" ");
}

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

function describe(value: unknown, contract: JsonObject, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => describe(item, contract));
  if (!isObject(value)) return value;
  const described = Object.entries(value)
    .filter(([key]) => isMap || !documentation.includes(key))
    .map(([key, member]) => [
      key,
      values.includes(key) && !isMap
        ? member
        : describe(member, contract, maps.includes(key) && !isMap),
    ]);
  const text = isMap ? "" : documentationOf(value, contract);
  return Object.fromEntries(text ? [...described, ["title", text]] : described);
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
    ...(isObject(facts.externalDocs) ? [`See ${facts.externalDocs.url}`] : []),
    ...text("x-dotnet-type").map((name) => `.NET name: \`${name}\`.`),
    ...text("x-addition").map(beyondThePage),
  ];
  const examples = [facts.example, ...(Array.isArray(facts.examples) ? facts.examples : [])];
  const tags = [
    ...(facts.deprecated === true ? ["@deprecated"] : []),
    ...tag("default", facts.default),
    ...examples.flatMap((example) => tag("example", example)),
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
  const additions = isObject(facts["x-enumAdditions"]) ? facts["x-enumAdditions"] : {};
  const lines = facts.enum.map((value) => {
    const source = additions[value];
    const note = typeof source === "string" ? ` ${beyondThePage(source)}` : "";
    return `- \`${value}\`: ${descriptions[value]}${note}`;
  });
  return [lines.join("\n")];
}

function beyondThePage(source: string): string {
  return `Not on the reference page; source: ${source.trim()}`;
}

function constraintsOf(facts: JsonObject): string[] {
  const said = constraints.filter((name) =>
    ["string", "number", "boolean"].includes(typeof facts[name]),
  );
  return said.length === 0
    ? []
    : [`Constraints: ${said.map((name) => `${name} \`${facts[name]}\``).join(", ")}.`];
}
