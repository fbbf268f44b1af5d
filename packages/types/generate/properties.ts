/** Looks up a property through the parts that a schema is composed of. */
import { type Contract, isObject, resolve, type Schema } from "@partner-center/spec";

export interface FoundProperty {
  schema: Schema;
  isRequired: boolean;
}

/** A property that a schema has for certain: its own, or that of a part in `allOf`. */
export function findProperty(
  contract: Contract,
  schema: Schema,
  name: string,
  followed: readonly Schema[] = [],
): FoundProperty | undefined {
  // `true` is a schema too.
  if (!isObject(schema)) return undefined;
  const found = resolve(contract, schema);
  if (followed.includes(found)) return undefined;
  const { properties = {}, allOf = [], required = [] } = found;
  const parts = allOf.map((part) => findProperty(contract, part, name, [...followed, found]));
  const [inherited] = parts.flatMap((part) => part ?? []);
  const property = Object.hasOwn(properties, name) ? properties[name] : inherited?.schema;
  if (!property) return undefined;
  const isRequired = required.includes(name) || parts.some((part) => part?.isRequired);
  return { schema: property, isRequired };
}
