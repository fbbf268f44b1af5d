/** What the parts of a schema that hold for one and the same value say of it together. */
import {
  type Contract,
  isObject,
  type Named,
  parsePointer,
  type Schema,
  valueAt,
} from "@partner-center/spec";

/** The properties that an object may have, as far as a contract tells. */
export interface KnownProperties {
  names: string[];
  patterns: string[];
  /** Whether a property beyond these is unknown. */
  isClosed: boolean;
  /** Whether any part tells of properties. */
  isTold: boolean;
}

/** The schema that a reference leads to. */
export function schemaAt(contract: Contract, $ref: unknown): Schema | undefined {
  if (typeof $ref !== "string" || !$ref.startsWith("#/")) return undefined;
  const found = valueAt(contract, parsePointer($ref));
  return isObject(found) ? found : undefined;
}

/** The schemas within a schema that hold for the same value, by the keyword that they stand under. */
export function directParts(contract: Contract, schema: Schema): [string, Schema][] {
  const { $ref, allOf = [], oneOf = [], anyOf = [], then, else: otherwise } = schema;
  const single = [
    ["$ref", schemaAt(contract, $ref)],
    ["then", then],
    ["else", otherwise],
  ] as const;
  const several: [string, Schema[]][] = [
    ["allOf", allOf],
    ["oneOf", oneOf],
    ["anyOf", anyOf],
    ["dependentSchemas", Object.values(schema.dependentSchemas ?? {})],
  ];
  return [
    ...single.flatMap(([keyword, part]): [string, Schema][] => (part ? [[keyword, part]] : [])),
    ...several.flatMap(([keyword, parts]) =>
      [parts].flat().map((part): [string, Schema] => [keyword, part]),
    ),
  ].filter(([, part]) => isObject(part));
}

/** A schema and all parts of it, and theirs, each once; with `isWanted` only those under such keywords. */
export function partsOf(
  contract: Contract,
  schema: Schema,
  isWanted: (keyword: string) => boolean = () => true,
): Schema[] {
  const found = new Set<Schema>([schema]);
  for (const part of found) {
    for (const [keyword, next] of directParts(contract, part)) {
      if (isWanted(keyword)) found.add(next);
    }
  }
  return [...found];
}

/** Whether a part always holds where its whole does. */
export const isShared = (keyword: string): boolean => keyword === "allOf" || keyword === "$ref";

/** A property that any part knows is known; an object is open if any part says so. */
export function knownProperties(parts: readonly Schema[]): KnownProperties {
  const keys = (select: (part: Schema) => Named<unknown> | undefined) => [
    ...new Set(parts.flatMap((part) => Object.keys(select(part) ?? {}))),
  ];
  const others = parts.flatMap(({ additionalProperties, unevaluatedProperties }) =>
    [additionalProperties, unevaluatedProperties].filter((given) => given !== undefined),
  );
  const names = keys(({ properties }) => properties);
  const patterns = keys(({ patternProperties }) => patternProperties);
  const isTold = names.length > 0 || patterns.length > 0 || others.length > 0;
  const isClosed = isTold && others.every((given) => given === false);
  return { names, patterns, isClosed, isTold };
}

/** Whether null is a value of a schema, by its parts. */
export function allowsNull(contract: Contract, schema: Schema, above: Schema[] = []): boolean {
  if (!isObject(schema) || schema.nullable === true || above.includes(schema)) return true;
  const allows = (part: Schema) => allowsNull(contract, part, [...above, schema]);
  const { type, allOf = [], oneOf, anyOf } = schema;
  const target = schemaAt(contract, schema.$ref);
  const isTyped = type === undefined || [type].flat().includes("null");
  const isListed = schema.enum === undefined || schema.enum.includes(null);
  const isConstant = schema.const === undefined || schema.const === null;
  return (
    isTyped &&
    isListed &&
    isConstant &&
    (!target || allows(target)) &&
    allOf.every(allows) &&
    (oneOf?.some(allows) ?? true) &&
    (anyOf?.some(allows) ?? true)
  );
}
