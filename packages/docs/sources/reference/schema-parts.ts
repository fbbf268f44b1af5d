/** What a schema consists of, down to the definitions that it refers to. */
import { type Contract, isObject, resolve, type Schema, schemaNameOf } from "@partner-center/spec";

/** The schema itself, or what a reference to something other than a definition leads to. */
export function inPlace(contract: Contract, schema: Schema): Schema {
  return schema.$ref === undefined || schemaNameOf(schema) ? schema : resolve(contract, schema);
}

/** A schema within a schema. */
export interface SchemaPart {
  /** What it adds to the name of the place: a property's name, `*` in a map, nothing in a list. */
  step: readonly string[];
  schema: Schema;
  /** Whether a property of that name must be there; undefined for what is not a property. */
  required?: boolean;
}

/** The schemas directly within a schema. Those of alternatives are numbered when there are several. */
export function partsOf(schema: Schema, outer: readonly string[] = []): SchemaPart[] {
  const required = [...(schema.required ?? []), ...outer];
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    // `true` in place of a schema: the property may hold anything.
    schemas([name], [isObject(property) ? property : {}], required.includes(name)),
  );
  const alternatives = [schema.oneOf, schema.anyOf].flatMap((list = []) => {
    const isNumbered = list.filter((each) => isObject(each) && isOpen(each)).length > 1;
    return list.flatMap((each, index) => schemas(isNumbered ? [`${index + 1}`] : [], [each]));
  });
  return [
    ...properties,
    ...schemas([], schema.allOf ?? []),
    ...alternatives,
    ...schemas([], [schema.items]),
    ...schemas(["*"], [schema.additionalProperties]),
  ];
}

/** Whether a schema has properties of its own to describe, at any depth. */
const isOpen = (schema: Schema): boolean =>
  schema.properties !== undefined || partsOf(schema).some((part) => isOpen(part.schema));

/** JSON Schema allows `true` and `false` in place of a schema, which describe nothing. */
function schemas(
  step: readonly string[],
  list: readonly unknown[],
  required?: boolean,
): SchemaPart[] {
  return list
    .filter((each): each is Schema => isObject(each))
    .map((schema) => ({ step, schema, ...(required !== undefined && { required }) }));
}
