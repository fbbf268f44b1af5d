/** Collects everything that the contract says about an object in one text, for editors to show. */
import { type Contract, isObject, type JsonObject, resolve } from "@partner-center/spec";
import { declaredAs } from "./open-enums.ts";

/** Stands for a line break inside a description until it is printed: a character of no script. */
export const foldedLine = "\uE000";

const constraints = words(
  "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern " +
    "minItems maxItems uniqueItems minProperties maxProperties",
);

/** Keywords that describe an object; they become its `title`, the rest stays. */
const documentation = words(
  "title summary description format default example examples deprecated externalDocs",
);

/** Objects whose keys are names that the contract's author chose, so that any name is possible. */
const maps = words(
  "paths webhooks schemas responses parameters requestBodies headers securitySchemes links " +
    "callbacks pathItems content properties patternProperties $defs mapping encoding variables",
);

/** Keywords that hold data, not descriptions. */
const values = words("enum const");

function words(list: string): string[] {
  return list.split(" ");
}

/**
 * A copy of the contract in which `title` holds the whole documentation of each object: summary,
 * description, enum values, format, constraints, .NET name, source of an addition, and the JSDoc
 * tags `@deprecated`, `@default` and `@example`. Line breaks in it are {@link foldedLine}.
 *
 * The generator prints a title as it is, but indents other texts in a way that editors show as code.
 */
export function describeContract(contract: Contract): JsonObject {
  const { examples: _shownElsewhere, ...components } = contract.components ?? {};
  return describe({ ...contract, components }, contract);
}

function describe(object: JsonObject, contract: Contract, isMap = false): JsonObject {
  const inside = (value: unknown, isMapInside = false): unknown => {
    if (Array.isArray(value)) return value.map((item) => inside(item));
    return isObject(value) ? describe(value, contract, isMapInside) : value;
  };
  const described = Object.entries(object)
    .filter(([key]) => isMap || !documentation.includes(key))
    .map(([key, value]) => [
      key,
      values.includes(key) && !isMap ? value : inside(value, maps.includes(key) && !isMap),
    ]);
  const text = isMap ? "" : documentationOf(object, contract);
  return Object.fromEntries(text ? [...described, ["title", text]] : described);
}

function documentationOf(object: JsonObject, contract: Contract): string {
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
    ...sentence("Constraints", constraintsOf(facts)),
    ...(isObject(facts.items) ? sentence("Each item", constraintsOf(facts.items)) : []),
    ...(facts.readOnly === true ? ["Read-only: responses have it, requests leave it out."] : []),
    ...(facts.writeOnly === true ? ["Write-only: requests have it, responses leave it out."] : []),
    ...(isObject(facts.externalDocs) ? [`See ${facts.externalDocs.url}`] : []),
    ...text("x-dotnet-type").map((name) => `.NET name: \`${name}\`.`),
    ...text("x-addition").map(beyondThePage),
  ];
  const examples = [facts.example, ...(Array.isArray(facts.examples) ? facts.examples : [])];
  const tags = [
    ...(facts.deprecated === true ? ["@deprecated"] : []),
    ...tag("default", facts.default),
    ...examples.flatMap((example) => tag("example", example)),
    // The generator adds it to the other enums.
    ...(object[declaredAs] ? [`@enum {${[object.type].flat().join("|")}}`] : []),
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

/** The description of what an object only refers to; `allOf` may stand around a reference in 3.0. */
function referencedDescription(object: JsonObject, contract: Contract): string[] {
  const [only, ...more] = Array.isArray(object.allOf) ? object.allOf : [object];
  if (more.length > 0 || !isObject(only) || typeof only.$ref !== "string") return [];
  const { description } = resolve(contract, only);
  return typeof description === "string" ? [description] : [];
}

function enumValues(facts: JsonObject): string[] {
  const descriptions = facts["x-enumDescriptions"];
  if (!Array.isArray(facts.enum) || !isObject(descriptions)) return [];
  const additions = isObject(facts["x-enumAdditions"]) ? facts["x-enumAdditions"] : {};
  const lines = facts.enum.map((value) => {
    const source = additions[value];
    const note = typeof source === "string" ? ` ${beyondThePage(source)}` : "";
    const description = descriptions[value];
    return `- \`${value}\`${description === undefined ? "" : `: ${description}`}${note}`;
  });
  return [lines.join("\n")];
}

function beyondThePage(source: string): string {
  return `Not on the reference page; source: ${source.trim()}`;
}

/** The limits of a value, such as "maxLength `20`". */
function constraintsOf(facts: JsonObject): string[] {
  return constraints
    .filter((name) => ["string", "number", "boolean"].includes(typeof facts[name]))
    .map((name) => `${name} \`${facts[name]}\``);
}

function sentence(what: string, said: string[]): string[] {
  return said.length > 0 ? [`${what}: ${said.join(", ")}.`] : [];
}
