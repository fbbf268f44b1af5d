/** Copies of a contract for the judges that compare what is sent, not the types. */
import { type Contract, isObject, type JsonObject, openEnumOf } from "@partner-center/spec";

/** Keywords about the values of an enum. */
const valueKeywords = ["enum", "x-enumAdditions", "x-enumDescriptions", "x-orderProgress"];

/**
 * A copy in which open enums are plain strings, as on the wire. Examples, three quarters of the text,
 * are left out, and so are descriptions of servers: with another one, redocly sees another server.
 */
export function asOnTheWire(contract: Contract): JsonObject {
  const servers = contract.servers?.map(({ url, variables }) => ({ url, variables }));
  return map({ ...contract, servers }, (object) => {
    // Elsewhere, `examples` may be the name of a property.
    const isKeyword = Array.isArray(object.examples) || "schema" in object || "schemas" in object;
    return omit(object, [
      ...(openEnumOf(object) ? valueKeywords : []),
      ...(isKeyword ? ["example", "examples"] : []),
      ...("in" in object && "schema" in object ? redundantKeywords(object) : []),
    ]);
  });
}

/** Keywords of a parameter that state a default: redocly takes them for a change. */
function redundantKeywords(parameter: JsonObject): string[] {
  const style = ["query", "cookie"].includes(String(parameter.in)) ? "form" : "simple";
  const explode = (parameter.style ?? style) === "form";
  return Object.entries({ style, explode, required: false, allowReserved: false })
    .filter(([key, value]) => parameter[key] === value)
    .map(([key]) => key);
}

/** A copy without formats, for oasdiff: it takes another format for another type. */
export function withoutFormats(contract: JsonObject): JsonObject {
  const isFormatted = ({ type, format }: JsonObject) =>
    typeof type === "string" && typeof format === "string";
  return map(contract, (object) => (isFormatted(object) ? omit(object, ["format"]) : object));
}

function map(object: JsonObject, change: (object: JsonObject) => JsonObject): JsonObject {
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    return isObject(value) ? map(value, change) : value;
  };
  const entries = Object.entries(change(object));
  return Object.fromEntries(entries.map(([key, value]) => [key, inside(value)]));
}

function omit(object: JsonObject, keys: string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
