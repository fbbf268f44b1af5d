/** Which keywords of a schema a validator compares, and which are refused. */
import { isObject, type Refuse, type Schema } from "@partner-center/spec";
import { Ajv2020 } from "ajv/dist/2020.js";

const words = (list: string): Set<string> => new Set(list.split(" "));

/** Those without effect on whether a value fits; definitions are found by the references to them. */
const annotations = words(
  "title description example examples default deprecated externalDocs readOnly writeOnly xml " +
    "nullable discriminator format contentEncoding contentMediaType contentSchema " +
    "$comment $schema $defs definitions",
);

/** Those that are compared with a value and hold no schema. */
const assertions = words(
  "type const enum minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength " +
    "pattern minItems maxItems uniqueItems minProperties maxProperties required dependentRequired " +
    "minContains maxContains",
);

const schemaLists = words("allOf oneOf anyOf prefixItems");
const schemaMaps = words("properties patternProperties dependentSchemas");
const schemas = words(
  "items additionalProperties unevaluatedProperties propertyNames contains not if then else",
);

/** Refuses each keyword of a schema that can't be compared, and gives the schema without these. */
export type KeepKeywords = (schema: Schema, place: readonly string[]) => Schema;

/** @param leads whether a reference leads to a schema */
export function createKeepKeywords(
  leads: ($ref: unknown) => boolean,
  refuse: Refuse,
): KeepKeywords {
  const ajv = new Ajv2020({ strict: false, logger: false });
  const refused = new Set<string>();

  /** What is wrong with a keyword's value; undefined if it can be compared. */
  const problemOf = (keyword: string, value: unknown): string | undefined => {
    const isSchema = (each: unknown) => isObject(each) || typeof each === "boolean";
    if (keyword === "$ref") return leads(value) ? undefined : "leads nowhere in the contract";
    if (schemaLists.has(keyword)) {
      const isList = Array.isArray(value) && value.length > 0 && value.every(isSchema);
      return isList ? undefined : "is not a list of schemas";
    }
    if (schemaMaps.has(keyword)) {
      const isMap = isObject(value) && Object.values(value).every(isSchema);
      return isMap ? patternProblem(keyword, Object.keys(value)) : "is not an object of schemas";
    }
    if (keyword === "unevaluatedProperties" && isObject(value)) return "is compared only if false";
    if (schemas.has(keyword)) return isSchema(value) ? undefined : "is not a schema";
    if (!assertions.has(keyword)) return "is not one that a validator compares";
    if (keyword === "enum" && Array.isArray(value) && value.length === 0) return "lists no value";
    if (!ajv.validateSchema({ [keyword]: value })) return ajv.errors?.[0]?.message ?? "is wrong";
    return patternProblem(keyword, [value]);
  };

  return (schema, place) => {
    const entries = Object.entries(withNumericLimits(schema)).filter(([keyword, value]) => {
      // Tells whether `enum` is open.
      if (keyword === "x-ms-enum") return true;
      if (keyword.startsWith("x-") || annotations.has(keyword)) return false;
      const problem = problemOf(keyword, value);
      const key = [...place, keyword].join(" ");
      if (problem === undefined || refused.has(key)) return problem === undefined;
      // A schema is transformed once for each of its forms.
      refused.add(key);
      refuse([...place, keyword], `the keyword "${keyword}" ${problem}`, wayOut(keyword));
      return false;
    });
    return Object.fromEntries(entries);
  };
}

/** Says what is wrong with a regular expression, which AJV compiles with the flag u. */
function patternProblem(keyword: string, patterns: readonly unknown[]): string | undefined {
  if (!keyword.startsWith("pattern")) return undefined;
  const isWrong = (pattern: unknown) => {
    try {
      new RegExp(String(pattern), "u");
    } catch {
      return true;
    }
    return false;
  };
  return patterns.some(isWrong) ? "is not an ECMAScript regular expression" : undefined;
}

function wayOut(keyword: string): string {
  if (keyword.startsWith("pattern"))
    return "write it so that it holds with the flag u, or leave it out";
  return "correct it, leave it out, or begin its name with x-";
}

/** OpenAPI 3.0 has `exclusiveMinimum: true` beside `minimum`, JSON Schema the number itself. */
function withNumericLimits(schema: Schema): Schema {
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below, ...rest } = schema;
  return {
    ...rest,
    ...(above === true ? given("exclusiveMinimum", minimum) : given("minimum", minimum)),
    ...(below === true ? given("exclusiveMaximum", maximum) : given("maximum", maximum)),
    ...(typeof above === "boolean" ? {} : given("exclusiveMinimum", above)),
    ...(typeof below === "boolean" ? {} : given("exclusiveMaximum", below)),
  };
}

const given = (keyword: string, value: unknown) =>
  value === undefined ? {} : { [keyword]: value };
