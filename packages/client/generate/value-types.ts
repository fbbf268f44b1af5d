/** What types of JSON a schema allows, and the types of parameters. */
import {
  type Contract,
  openEnumOf,
  referenceName,
  resolve,
  type Schema,
} from "@partner-center/spec";
import { typeNamesOf } from "./type-names.ts";

/** The types that a schema allows: `["object", "null"]`; none if it does not say. */
export function typesOf(contract: Contract, schema: Schema, path: Schema[] = []): string[] {
  const resolved = resolve(contract, schema);
  // A schema that contains itself says no more the second time.
  if (path.includes(resolved)) return [];
  const below = (part: Schema) => typesOf(contract, part, [...path, resolved]);
  const found = ownTypes(resolved) ?? composedTypes(resolved, below);
  return [...new Set(resolved.nullable && found.length ? [...found, "null"] : found)];
}

function ownTypes({ type, enum: values, ...schema }: Schema): string[] | undefined {
  if (type) return [type].flat();
  if (values) return values.map(typeOfValue);
  return "const" in schema ? [typeOfValue(schema.const)] : undefined;
}

function composedTypes(schema: Schema, below: (part: Schema) => string[]): string[] {
  const { allOf = [], oneOf = [], anyOf = [], properties, additionalProperties, items } = schema;
  const branches = [...oneOf, ...anyOf].map(below);
  // A branch of any type lets the whole have any.
  if (branches.length && branches.every(({ length }) => length)) return branches.flat();
  const part = allOf.map(below).find(({ length }) => length);
  if (part) return part;
  if (properties || additionalProperties) return ["object"];
  return items ? ["array"] : [];
}

function typeOfValue(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** Types as the client checks them: `object or null`, or any `value`. */
export const checkedType = (types: readonly string[]): string => types.join(" or ") || "value";

/** The type of a parameter, as it is checked and in TypeScript. */
export interface ParameterType {
  readonly kind: "plain" | "array" | "object";
  readonly checked: string;
  readonly typescript: string;
  /** The exported types that it names. */
  readonly imports: readonly string[];
}

const plain: Readonly<Record<string, string>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

/** The type of a parameter: plain, a list of plain values, or an object of them; else undefined. */
export function parameterType(
  contract: Contract,
  schema: Schema,
  path: Schema[] = [],
): ParameterType | undefined {
  const resolved = resolve(contract, schema);
  if (path.includes(resolved)) return undefined;
  const within = [...path, resolved];
  const types = typesOf(contract, schema).filter((type) => type !== "null");
  const name = typeNamesOf(contract).get(referenceName(schema) ?? "");
  const named = name ? { typescript: name, imports: [name] } : undefined;
  if (types.every((type) => type in plain)) {
    const all = types.length ? types : ["string", "number", "boolean"];
    const typescript =
      literalsOf(resolved) ?? [...new Set(all.map((type) => plain[type]))].join(" | ");
    return { kind: "plain", checked: all.join(" or "), typescript, imports: [], ...named };
  }
  if (types.length > 1) return undefined;
  if (types[0] === "array") {
    const item = parameterType(contract, resolved.items ?? {}, within);
    if (item?.kind !== "plain") return undefined;
    const typescript = `readonly ${/ [|&] /.test(item.typescript) ? `(${item.typescript})` : item.typescript}[]`;
    return { ...item, kind: "array", checked: `${item.checked}[]`, typescript, ...named };
  }
  const { properties, additionalProperties, allOf, oneOf, anyOf, required = [] } = resolved;
  if (types[0] !== "object" || !properties || additionalProperties || allOf || oneOf || anyOf) {
    return undefined;
  }
  const entries = Object.entries(properties).map(
    ([key, value]) => [key, parameterType(contract, value, within)] as const,
  );
  const lines: string[] = [];
  for (const [key, type] of entries) {
    // openapi-fetch writes names as they are.
    if (type?.kind !== "plain" || !/^[\w.-]+$/.test(key)) return undefined;
    const optional = required.includes(key) ? "" : "?";
    lines.push(
      `readonly ${JSON.stringify(key)}${optional}: ${type.typescript}${optional && " | undefined"}`,
    );
  }
  const imports = entries.flatMap(([, type]) => type?.imports ?? []);
  return {
    kind: "object",
    checked: "object",
    typescript: `{ ${lines.join("; ")} }`,
    imports,
    ...named,
  };
}

/** `"asc" | "desc"`; an open enum takes any other string. */
function literalsOf(schema: Schema): string | undefined {
  const values = "const" in schema ? [schema.const] : schema.enum;
  if (!values) return undefined;
  const literals = values.filter((value) => value !== null).map((value) => JSON.stringify(value));
  return [...literals, ...(openEnumOf(schema) ? ["(string & {})"] : [])].join(" | ");
}
