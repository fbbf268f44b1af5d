/** Copies of a contract for the judges that compare what is sent, not what is told about it. */
import { type Contract, isObject, type JsonObject, openEnumOf } from "@partner-center/spec";
import { dataKeywords, holdsNames } from "../../packages/types/generate/walk-schemas.ts";

const valueKeywords = ["x-enumAdditions", "x-enumDescriptions", "x-orderProgress"];

/** Most of a contract is examples. What is only called `example`, such as a property, stays. */
export function withoutExamples(contract: Contract): Contract {
  return { ...contract, ...strip({ ...contract }) };
}

function strip(object: JsonObject, isMap = false): JsonObject {
  const kept = Object.entries(object).filter(([key]) => isMap || !/^examples?$/.test(key));
  return Object.fromEntries(
    kept.map(([key, value]) => {
      const isData = !isMap && (dataKeywords.has(key) || key.startsWith("x-"));
      return [key, isData ? value : stripValue(value, !isMap && holdsNames(key))];
    }),
  );
}

function stripValue(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => stripValue(item));
  return isObject(value) ? strip(value, isMap) : value;
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
  return JSON.stringify({ ...contract, servers }, (_key, value: unknown) => {
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
