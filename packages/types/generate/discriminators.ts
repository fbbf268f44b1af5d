/** Says in each schema that a discriminator leads to by which values it does. */
import {
  type Contract,
  isObject,
  openEnumOf,
  parsePointer,
  referenceName,
  resolve,
  type Schema,
  schemasOf,
} from "@partner-center/spec";
import { findProperty } from "./properties.ts";
import { isComponent, schemasIn } from "./walk-schemas.ts";

type Discriminator = NonNullable<Schema["discriminator"]>;

/**
 * Narrows the property of each discriminator to the values that lead to a schema, so that a comparison
 * narrows the union. In place. The generator's own way replaces the property's description, requires
 * what the contract doesn't, and drops the properties of open objects.
 */
export function narrowDiscriminators(contract: Contract): void {
  const narrowed = new Map<string, Map<string, Set<string>>>();
  for (const { schema, place } of [...schemasIn(contract)]) {
    const { discriminator } = schema;
    if (!discriminator?.propertyName) continue;
    delete schema.discriminator;
    const base = isComponent(place) ? place[2] : undefined;
    for (const [name, values] of valuesBySchema(contract, schema, discriminator, base)) {
      const properties = narrowed.get(name) ?? new Map<string, Set<string>>();
      narrowed.set(name, properties);
      const known = properties.get(discriminator.propertyName) ?? [];
      properties.set(discriminator.propertyName, new Set([...known, ...values]));
    }
  }
  for (const [name, properties] of narrowed) {
    for (const [property, values] of properties) {
      narrow(contract, schemasOf(contract)[name], property, [...values]);
    }
  }
}

function valuesBySchema(
  contract: Contract,
  schema: Schema,
  { mapping = {} }: Discriminator,
  base: string | undefined,
): Map<string, string[]> {
  const parents = (name: string) => {
    const { allOf = [] } = schemasOf(contract)[name] ?? {};
    return allOf.flatMap((part) => referenceName(part) ?? []);
  };
  const inherits = (name: string, from: string, followed: string[] = []): boolean =>
    parents(name).some(
      (parent) =>
        parent === from ||
        (!followed.includes(parent) && inherits(parent, from, [...followed, name])),
    );
  const values = new Map<string, string[]>();
  for (const [value, target] of Object.entries(mapping)) {
    const name = target.startsWith("#") ? (parsePointer(target).at(-1) ?? target) : target;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const members = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const heirs = Object.keys(schemasOf(contract)).filter((name) => base && inherits(name, base));
  for (const name of [...members.flatMap((member) => referenceName(member) ?? []), ...heirs]) {
    if (!values.has(name)) values.set(name, [name]);
  }
  // What others inherit from has their values as well.
  const names = [...values.keys()];
  const leaves = names.filter((name) => !names.some((other) => inherits(other, name)));
  return new Map(leaves.map((name) => [name, values.get(name) ?? []]));
}

function narrow(
  contract: Contract,
  schema: Schema | undefined,
  property: string,
  values: string[],
): void {
  if (!schema || schema.$ref) return;
  const { schemas } = findProperty(contract, schema, property);
  const declared = schemas.filter(isObject).map((each) => resolve<Schema>(contract, each));
  if (declared.some(({ type }) => type !== undefined && type !== "string")) return;
  const lists = declared.flatMap((each) => valuesOf(each) ?? []);
  // It says so itself. Or it says otherwise: without a mapping, values need not be names of schemas.
  if (lists.some((list) => list.every((value) => values.includes(String(value))))) return;
  if (lists.some((list) => !values.every((value) => list.includes(value)))) return;
  const description = declared.map((each) => each.description).find(Boolean);
  const narrowed = { type: "string", enum: values, ...(description ? { description } : {}) };
  if (schema.allOf) {
    schema.allOf.push({ type: "object", properties: { [property]: narrowed } });
  } else if (!schema.oneOf && !schema.anyOf) {
    const own = schema.properties?.[property];
    const { "x-ms-enum": _open, $ref: _, "x-enumDescriptions": _old, ...kept } = own ?? {};
    schema.properties = { ...schema.properties, [property]: { ...kept, ...narrowed } };
  }
}

/** The values that a closed enum or a constant allows, as a list of one. */
function valuesOf(schema: Schema): unknown[][] | undefined {
  if (schema.const !== undefined) return [[schema.const]];
  return schema.enum && !openEnumOf(schema) ? [schema.enum] : undefined;
}
