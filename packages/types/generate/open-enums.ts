/** Finds the open enums of a contract, wherever they stand, and names what is declared for each. */
import {
  type Contract,
  exportedNameOf,
  openEnumOf,
  type Refuse,
  resolve,
  type Schema,
  schemasOf,
} from "@partner-center/spec";
import { isComponent, type PlacedSchema, schemasIn } from "./walk-schemas.ts";

/** The keyword that holds what an open enum is declared as: types, of which it is one. */
export const declaredAs = "x-declaredAs";

export type OpenEnumValue = string | number | boolean;

export interface NamedEnum {
  /** `Color`: the enum's own name, as a type. */
  name: string;
  known: string;
  list: string;
  guard: string;
  values: OpenEnumValue[];
  /** The type that takes other values, such as `(string & {})`. */
  others: string[];
  /** Whether a schema is exported by its name, so that it needs no type of its own. */
  isSchema: boolean;
}

/**
 * The open enums by their names, each once. In place, each schema that is one gets what it is declared
 * as in `x-declaredAs`.
 *
 * @param typeNames the exported type of each schema
 * @param taken what is exported beside schemas: the types of operations
 */
export function nameOpenEnums(
  contract: Contract,
  typeNames: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
  refuse: Refuse,
): NamedEnum[] {
  const schemaOfType = new Map([...typeNames].map(([schema, type]) => [type, schema]));
  const enums = new Map<string, NamedEnum>();
  const exported = new Set([...taken, ...schemaOfType.keys()]);
  for (const placed of [...schemasIn(contract)]) {
    const values = valuesOf(placed.schema);
    if (!values) continue;
    const named = name(placed, values);
    const { known, name: type } = named ?? {};
    const isOwnType = isComponent(placed.place) || type === undefined;
    const types = isOwnType ? [known ?? values.map(literal), othersOf(values)].flat() : [type];
    Object.assign(placed.schema, { [declaredAs]: types });
  }
  return [...enums.values()];

  /** The enum that a schema is one of, new or known already; undefined when it can have no name. */
  function name({ schema, place }: PlacedSchema, values: OpenEnumValue[]): NamedEnum | undefined {
    const given = openEnumOf(schema)?.name ?? (isComponent(place) ? place[2] : undefined);
    if (given === undefined) return undefined;
    const type = exportedNameOf(given);
    if (type === undefined) {
      refuse(place, `no type can be named after the enum "${given}"`, wayOut);
      return undefined;
    }
    const known = enums.get(type);
    if (known && isSame(known.values, values)) return known;
    const derived = derivedNames(type);
    const owner = schemaOfType.get(type);
    const isSchema = owner !== undefined && isSame(valuesOf(schemaNamed(owner)) ?? [], values);
    const clash = known
      ? type
      : (Object.values(derived).find((each) => exported.has(each)) ??
        (exported.has(type) && !isSchema ? type : undefined));
    if (clash !== undefined) {
      refuse(place, `the open enum "${given}" needs the name ${clash}, which another has`, wayOut);
      return undefined;
    }
    const found = {
      name: type,
      ...derived,
      values,
      others: othersOf(values),
      isSchema,
    };
    for (const each of [type, ...Object.values(derived)]) exported.add(each);
    enums.set(type, found);
    return found;
  }

  function schemaNamed(name: string): Schema {
    return resolve(contract, schemasOf(contract)[name] ?? {});
  }
}

const wayOut = "give it another name in x-ms-enum";

function derivedNames(type: string) {
  const constant = `${type[0]?.toLowerCase()}${type.slice(1)}Values`;
  return { known: `Known${type}`, list: constant, guard: `isKnown${type}` };
}

/** The listed values of an open enum that has any; null is not one of them. */
function valuesOf(schema: Schema): OpenEnumValue[] | undefined {
  const values = openEnumOf(schema) && schema.enum?.filter(isValue);
  return values && values.length > 0 ? [...new Set(values)] : undefined;
}

/** The types of an open enum that has no name: each value, and any other one. */
export function listOpenEnum(schema: Schema): string[] | undefined {
  const values = valuesOf(schema);
  return values && [...values.map(literal), ...othersOf(values)];
}

const isValue = (value: unknown): value is OpenEnumValue =>
  ["string", "number", "boolean"].includes(typeof value);

const isSame = (a: OpenEnumValue[], b: OpenEnumValue[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));

export const literal = (value: OpenEnumValue): string => JSON.stringify(value);

function othersOf(values: OpenEnumValue[]): string[] {
  const types = new Set(values.map((value) => typeof value));
  return [...types].map((type) => (type === "boolean" ? type : `(${type} & {})`));
}
