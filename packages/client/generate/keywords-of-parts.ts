/** The keywords for what only all parts of a schema tell together. */
import { type Contract, type JsonObject, parsePointer, type Schema } from "@partner-center/spec";
import { allowsNull, isShared, knownProperties, partsOf } from "./known-properties.ts";

/** Whether a property is for requests alone, so that no response has to hold it. */
export const isWriteOnly = (contract: Contract, parts: readonly Schema[], name: string): boolean =>
  parts
    .flatMap(({ properties }) => properties?.[name] ?? [])
    .some((each) => partsOf(contract, each).some(({ writeOnly }) => writeOnly === true));

/**
 * @param parts all parts of the outermost schema of the same value
 * @param isOutermost whether the schema is that one
 * @param isDelegated whether one part alone tells of properties, and has these keywords itself
 */
export function keywordsOfParts(
  contract: Contract,
  schema: Schema,
  {
    parts,
    isOutermost,
    isDelegated,
  }: { parts: readonly Schema[]; isOutermost: boolean; isDelegated: boolean },
): JsonObject {
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  const { names, patterns, isClosed } = knownProperties(parts);
  const isTelling = isOutermost && !isDelegated && isClosed;
  const isAlone = additionalProperties === false && parts.length === 1;
  const isStrict = schema.unevaluatedProperties === false || isAlone;
  const always = isOutermost ? partsOf(contract, schema, isShared) : [];
  const required = new Set(always.flatMap((each) => each.required ?? []));
  const present = [...required].filter((name) =>
    always.some((each) => {
      const property = each.properties?.[name];
      const isCompared = !property || each.required?.includes(name);
      return !isCompared && !allowsNull(contract, property) && !isWriteOnly(contract, parts, name);
    }),
  );
  return {
    ...(isTelling && { known: { names, patterns, isStrict } }),
    ...(additionalProperties === false &&
      !(isTelling && isStrict) && {
        closed: { names: Object.keys(properties), patterns: Object.keys(patternProperties) },
      }),
    ...(present.length > 0 && { present }),
  };
}

/** What a message calls a schema: its name, title, value, properties or type. */
export function labelOf({ $ref, title, type, const: value, required, properties }: Schema): string {
  const name = $ref === undefined ? title : parsePointer($ref).at(-1);
  const names = required ?? Object.keys(properties ?? {});
  if (name !== undefined) return name;
  if (value !== undefined) return JSON.stringify(value);
  if (names.length > 0) return `an object with ${names.slice(0, 3).join(", ")}`;
  return [type ?? "another schema"].flat().join(" or ");
}
