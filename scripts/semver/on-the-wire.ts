/** Copies of a contract for the judges that compare what is sent, not the types. */
import { type Contract, isObject, type JsonObject, openEnumOf } from "@partner-center/spec";

const valueKeywords = ["x-enumAdditions", "x-enumDescriptions", "x-orderProgress"];

/**
 * The JSON of a copy in which open enums are plain strings, as on the wire. It has no examples, which
 * are three quarters of it, and no descriptions of servers, which redocly takes for a part of a server.
 *
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
  // Elsewhere, `examples` may be the name of a property.
  const isKeyword = Array.isArray(object.examples) || "schema" in object || "schemas" in object;
  const isParameter = "in" in object && "schema" in object;
  return [
    ...(isFormatted && !withFormats ? ["format"] : []),
    ...(isKeyword ? ["example", "examples"] : []),
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
