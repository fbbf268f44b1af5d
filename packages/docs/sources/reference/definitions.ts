import {
  type Contract,
  isObject,
  operationsOf,
  parsePointer,
  resolve,
  schemasOf,
} from "@partner-center/spec";

/** The names of all definitions, in the order in which a reader of the operations meets them. */
export function definitionNames(contract: Contract): string[] {
  const schemas = schemasOf(contract);
  const met = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    if (typeof value.$ref !== "string") {
      Object.values(value).forEach(visit);
      return;
    }
    const [, kind, name = ""] = parsePointer(value.$ref);
    if (kind === "schemas" && met.has(name)) return;
    if (kind === "schemas") met.add(name);
    visit(resolve(contract, value));
  };
  visit(operationsOf(contract).map(({ operation }) => operation.responses));
  return [...new Set([...met, ...Object.keys(schemas)])];
}
