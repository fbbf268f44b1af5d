/** Which schema of several describes an object, by the value of one of its properties. */
import { type Contract, openEnumOf, type Schema, schemasOf } from "@partner-center/spec";
import { isShared, partsOf, schemaAt } from "./known-properties.ts";

/** The schemas that a discriminator decides between. */
export interface Choice {
  property: string;
  /** References, each with the values that stand for it. */
  cases: { $ref: string; values: string[] }[];
  /** Whether the service may send other values. */
  isOpen: boolean;
}

const toRef = (name: string): string => `#/components/schemas/${name}`;
const nameOf = ($ref: string): string => $ref.split("/").at(-1) ?? "";

/**
 * What a discriminator decides between: the references of its `oneOf` or `anyOf`, else the schemas that
 * have its schema in their `allOf`. Undefined where it decides nothing.
 */
export function choiceOf(contract: Contract, schema: Schema): Choice | undefined {
  const { discriminator } = partsOf(contract, schema, isShared).find(isDiscriminated) ?? {};
  const branches = schema.oneOf ?? schema.anyOf;
  if (!discriminator?.propertyName || (branches && !schema.discriminator)) return undefined;
  const { propertyName: property, mapping = {} } = discriminator;
  // A mapping holds a reference or a name.
  const mapped = Object.entries(mapping).map(([value, target]): [string, string] => [
    value,
    target.startsWith("#/") ? target : toRef(target),
  ]);
  const isOther = ({ $ref, type }: Schema) => $ref === undefined && type !== "null";
  if (branches?.some(isOther)) return undefined;
  const targets = branches?.flatMap(({ $ref }) => $ref ?? []) ?? subtypesOf(contract, schema);
  const cases = targets.map(($ref) => {
    const values = mapped.flatMap(([value, target]) => (target === $ref ? [value] : []));
    return { $ref, values: values.length > 0 ? values : [nameOf($ref)] };
  });
  const isOpen = targets.some(($ref) => {
    const parts = partsOf(contract, { $ref });
    const tags = parts.flatMap(({ properties }) => properties?.[property] ?? []);
    return tags.some((tag) => partsOf(contract, tag).some((part) => openEnumOf(part)));
  });
  return cases.length > 0 ? { property, cases, isOpen } : undefined;
}

const isDiscriminated = ({ discriminator }: Schema): boolean => discriminator !== undefined;

/** The schemas that are made of this one. */
function subtypesOf(contract: Contract, schema: Schema): string[] {
  return Object.entries(schemasOf(contract)).flatMap(([name, other]) =>
    other !== schema && isMadeOf(contract, other, schema) ? [toRef(name)] : [],
  );
}

/** Whether a schema has another among its parts that always hold. */
const isMadeOf = (contract: Contract, schema: Schema, other: Schema): boolean =>
  partsOf(contract, schema, isShared).includes(other);

/** Whether the schemas of a union are made of the schema that holds the union: a circle, if followed. */
export function isCircular(contract: Contract, schema: Schema): boolean {
  const branches = [schema.oneOf ?? [], schema.anyOf ?? []].flat();
  return branches.some(({ $ref }) => {
    const target = schemaAt(contract, $ref);
    return target !== undefined && isMadeOf(contract, target, schema);
  });
}
