import { type Contract, schemaTypeNames } from "@partner-center/spec";

/** By contract, since each of its parameters and bodies asks for them. */
const known = new WeakMap<Contract, ReadonlyMap<string, string>>();

/** The exported type of each schema. What is refused of them the generator of types tells. */
export function typeNamesOf(contract: Contract): ReadonlyMap<string, string> {
  const names = known.get(contract) ?? schemaTypeNames(contract, () => {});
  known.set(contract, names);
  return names;
}
