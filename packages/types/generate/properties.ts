/** Looks up a property through the parts that a schema is composed of. */
import { type Contract, isObject, resolve, type Schema } from "@partner-center/spec";

export interface DeclaredProperty {
  /** Each schema that its value has to match: its own, and those of the parts in `allOf`. */
  schemas: Schema[];
  isRequired: boolean;
}

/** A property that a schema has for certain, wherever it is declared. */
export function findProperty(
  contract: Contract,
  schema: Schema,
  name: string,
  followed: readonly Schema[] = [],
): DeclaredProperty {
  // `true` is a schema too.
  const found = isObject(schema) ? resolve(contract, schema) : {};
  if (followed.includes(found)) return { schemas: [], isRequired: false };
  const { properties = {}, allOf = [], required = [] } = found;
  const own = Object.hasOwn(properties, name) ? (properties[name] ?? []) : [];
  const parts = allOf.map((part) => findProperty(contract, part, name, [...followed, found]));
  const schemas = [own, ...parts.map((part) => part.schemas)].flat();
  // Where a name is required without being declared, TypeScript knows nothing of it.
  const isRequired = schemas.length > 0 && required.includes(name);
  return { schemas, isRequired: isRequired || parts.some((part) => part.isRequired) };
}
