/** Copies of a contract for the judges that compare what is sent, not the types. */
import { type Contract, isObject, type JsonObject, openEnumOf } from "@partner-center/spec";

/**
 * The JSON of a copy in which open enums are plain strings, as on the wire. Examples, three quarters of
 * the text, are left out, and so are descriptions of servers: with another one, redocly sees another
 * server.
 *
 * @param withFormats without them for oasdiff, which takes another format for another type
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
  return [
    ...(isFormatted && !withFormats ? ["format"] : []),
    ...(isKeyword ? ["example", "examples"] : []),
    ...("in" in object && "schema" in object ? defaultsIn(object) : []),
    ...(openEnumOf(object)
      ? ["enum", "x-enumAdditions", "x-enumDescriptions", "x-orderProgress"]
      : []),
  ];
}

/** Keywords of a parameter that state a default: redocly takes them for a change. */
function defaultsIn(parameter: JsonObject): string[] {
  const style = ["query", "cookie"].includes(String(parameter.in)) ? "form" : "simple";
  const explode = (parameter.style ?? style) === "form";
  const defaults = { style, explode, required: false, allowReserved: false };
  return Object.entries(defaults).flatMap(([key, value]) => (parameter[key] === value ? key : []));
}
