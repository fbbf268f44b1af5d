/** Copies of a contract for the judges that compare what is sent, not what is told about it. */
import { type Contract, isObject, type JsonObject, openEnumOf } from "@partner-center/spec";
import {
  dataKeywords,
  holdsNames,
  innerSchemas,
  schemaLists,
  schemaMaps,
} from "../../packages/types/generate/walk-schemas.ts";

const valueKeywords = ["x-enumAdditions", "x-enumDescriptions", "x-orderProgress"];

/** Most of a contract is examples. What is only called `example`, such as a property, stays. */
export function withoutExamples(contract: Contract): Contract {
  const isExample = (key: string) => key === "example" || key === "examples";
  const leaveOut: Rewrite = (key, value) => (isExample(key) ? undefined : value);
  return { ...contract, ...rewriteObject({ ...contract }, leaveOut) };
}

/** For oasdiff, which knows `true` and `false` as schemas in few places: `{}` and `{ not: {} }`. */
function withoutBooleanSchemas(contract: Contract): Contract {
  const spell = (value: unknown) =>
    typeof value === "boolean" ? (value ? {} : { not: {} }) : value;
  const spellInside: Rewrite = (key, value) => {
    if (schemaLists.has(key) && Array.isArray(value)) return value.map(spell);
    if ((schemaMaps.has(key) || key === "schemas") && isObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spell(one)]));
    }
    const isKnown = /^(additional|unevaluated)/.test(key);
    return key === "schema" || (innerSchemas.has(key) && !isKnown) ? spell(value) : value;
  };
  return { ...contract, ...rewriteObject({ ...contract }, spellInside) };
}

/** What stands in place of a keyword's value; undefined leaves the keyword out. */
type Rewrite = (keyword: string, value: unknown) => unknown;

/** A copy in which keywords are rewritten, and neither data nor what is called like a keyword. */
function rewriteObject(object: JsonObject, rewrite: Rewrite, isMap = false): JsonObject {
  const entries = Object.entries(object).flatMap(([key, value]) => {
    if (isMap) return [[key, rewriteValue(value, rewrite)]];
    const rewritten = rewrite(key, value);
    if (rewritten === undefined) return [];
    const isData = dataKeywords.has(key) || key.startsWith("x-");
    return [[key, isData ? rewritten : rewriteValue(rewritten, rewrite, holdsNames(key))]];
  });
  return Object.fromEntries(entries);
}

function rewriteValue(value: unknown, rewrite: Rewrite, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => rewriteValue(item, rewrite));
  return isObject(value) ? rewriteObject(value, rewrite, isMap) : value;
}

/**
 * The JSON of a copy in which open enums are plain strings, as on the wire. It has no descriptions of
 * servers, which redocly takes for a part of a server.
 *
 * @param contract without examples
 * @param withFormats false for oasdiff, which takes another format for another type
 */
export function asOnTheWire(contract: Contract, withFormats: boolean): string {
  const servers = contract.servers?.map(({ url, variables }) => ({ url, variables }));
  const copy = withFormats ? contract : withoutBooleanSchemas(contract);
  return JSON.stringify({ ...copy, servers }, (_key, value: unknown) => {
    if (!isObject(value)) return value;
    const left = leftOut(value, withFormats);
    return Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key)));
  });
}

function leftOut(object: JsonObject, withFormats: boolean): string[] {
  const isFormatted = typeof object.type === "string" && typeof object.format === "string";
  const isParameter = "in" in object && "schema" in object;
  return [
    ...(isFormatted && !withFormats ? ["format"] : []),
    ...(isParameter ? defaultsIn(object) : []),
    ...(openEnumOf(object) ? ["enum", ...valueKeywords] : []),
  ];
}

/** Keywords of a parameter that state a default: redocly takes them for a change. */
function defaultsIn(parameter: JsonObject): string[] {
  const style = ["query", "cookie"].includes(String(parameter.in)) ? "form" : "simple";
  const explode = (parameter.style ?? style) === "form";
  const defaults = { style, explode, required: false, allowReserved: false };
  return Object.entries(defaults).flatMap(([key, value]) => (parameter[key] === value ? key : []));
}
