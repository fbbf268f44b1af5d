import { type Contract, type Named, resolve, type Schema } from "../contract.ts";

/** The properties of an object, with those of the schemas that it is composed of by `allOf`. */
export function propertiesOf(contract: Contract, schema: Schema): Named<Schema> {
  const { allOf = [], properties } = resolve(contract, schema);
  const inherited = allOf.map((part) => propertiesOf(contract, part));
  return Object.assign({}, ...inherited, properties);
}
