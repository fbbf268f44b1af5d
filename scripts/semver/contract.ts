/** The contract as the judges compare it, and ways through it. */
import { isObject, type JsonObject } from "@partner-center/spec";

/** One side of a comparison. */
export interface Side {
  /** Where it came from, for messages: a path, or a package and version. */
  name: string;
  /** The bundled contract as it was read. */
  text: string;
  /** The declarations generated from it, when they were published; else they are generated. */
  declarations?: string;
}

/** @throws when the text is no OpenAPI 3 document in JSON, naming where it came from */
export function parseContract({ name, text }: Side): JsonObject {
  let contract: unknown;
  try {
    contract = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${name} is not JSON: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  const isContract =
    isObject(contract) && /^3\./.test(String(contract.openapi)) && isObject(contract.info);
  if (!isContract) throw new Error(`${name} is no OpenAPI 3 description: its bundle is needed`);
  return contract as JsonObject; // isObject, tested above
}

/** A copy without what the version step writes: the same contract, whatever its release. */
export function withoutVersion(contract: JsonObject): JsonObject {
  return { ...contract, info: { ...(contract.info as JsonObject), version: "0.0.0" } };
}

/** What is said of the values of an enum. */
const valueKeywords = ["enum", "x-enumAdditions", "x-enumDescriptions", "x-orderProgress"];

/**
 * A copy in which open enums are the strings that they are on the wire, and servers are their
 * addresses: redocly takes one with other words for another server. Examples, three quarters of the
 * text, are left out: they change no rule.
 */
export function asOnTheWire(contract: JsonObject): JsonObject {
  const servers = Array.isArray(contract.servers) ? contract.servers : [];
  const addresses = servers.map(({ url, variables }) => ({ url, ...(variables && { variables }) }));
  return map({ ...contract, ...(servers.length > 0 && { servers: addresses }) }, (object) => {
    const { example: _one, examples, ...rest } = "in" in object ? withoutDefaults(object) : object;
    // A schema's member may be called so, too: nothing has `schemas` but the components.
    const isNoMember = Array.isArray(examples) || "schema" in object || "schemas" in object;
    const plain = isNoMember ? rest : object;
    if (!isOpenEnum(plain)) return plain;
    return Object.fromEntries(
      Object.entries(plain).filter(([key]) => !valueKeywords.includes(key)),
    );
  });
}

/** A parameter without what it would mean anyway: redocly takes it for a change. */
function withoutDefaults(parameter: JsonObject): JsonObject {
  const style = ["query", "cookie"].includes(String(parameter.in)) ? "form" : "simple";
  const explode = (parameter.style ?? style) === "form";
  const defaults: JsonObject = { style, explode, required: false, allowReserved: false };
  return Object.fromEntries(
    Object.entries(parameter).filter(
      ([key, value]) => !(key in defaults) || value !== defaults[key],
    ),
  );
}

/** A copy without formats, for a judge that takes another format for another type. */
export function withoutFormats(contract: JsonObject): JsonObject {
  return map(contract, (object) => {
    if (typeof object.type !== "string" || typeof object.format !== "string") return object;
    const { format: _format, ...rest } = object;
    return rest;
  });
}

function isOpenEnum(schema: unknown): boolean {
  const extension = isObject(schema) ? schema["x-ms-enum"] : undefined;
  return isObject(extension) && extension.modelAsString === true;
}

function map(object: JsonObject, change: (object: JsonObject) => JsonObject): JsonObject {
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    return isObject(value) ? map(value, change) : value;
  };
  const changed = change(object);
  return Object.fromEntries(Object.entries(changed).map(([key, value]) => [key, inside(value)]));
}

/** A JSON pointer's parts: `#/paths/~1x` → `paths`, `/x`. */
export function parsePointer(pointer: string): string[] {
  return pointer
    .replace(/^#/, "")
    .split("/")
    .slice(1)
    .map((part) => decodeURIComponent(part.replaceAll("~1", "/").replaceAll("~0", "~")));
}

export function formatPointer(parts: string[]): string {
  return parts.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** What stands at a pointer's parts, or undefined. */
export function valueAt(contract: unknown, parts: string[]): unknown {
  return parts.reduce<unknown>((node, part) => {
    if (Array.isArray(node)) return node[Number(part)];
    return isObject(node) ? node[part] : undefined;
  }, contract);
}

/** The parts with each reference on the way followed, so that they lead to the object itself. */
export function followReferences(contract: JsonObject, parts: string[]): string[] {
  let at: string[] = [];
  for (const part of parts) {
    const node = valueAt(contract, at);
    const isReference = isObject(node) && !(part in node) && typeof node.$ref === "string";
    at = isReference ? resolve(contract, at) : at;
    at = [...at, part];
  }
  return at;
}

/** The parts that lead to the object itself, when they lead to a reference. */
export function resolve(contract: JsonObject, parts: string[]): string[] {
  const place = followReferences(contract, parts);
  const node = valueAt(contract, place);
  return isObject(node) && typeof node.$ref === "string"
    ? resolve(contract, parsePointer(node.$ref))
    : place;
}
