import {
  type Contract,
  isObject,
  operationsOf,
  parametersOf,
  resolve,
  schemaNameOf,
  schemasOf,
} from "@partner-center/spec";

/** Keys of data, which may look like anything. */
const data = new Set(["example", "examples", "default", "enum", "const"]);

/** The names of all definitions, in the order in which a reader of the operations meets them. */
export function definitionNames(contract: Contract): string[] {
  const schemas = schemasOf(contract);
  const met = new Set<string>();
  const followed = new Set<string>();
  const visit = (value: unknown, areNames = false): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    if (!isObject(value)) return;
    if (typeof value.$ref === "string" && !areNames) {
      if (followed.has(value.$ref)) return;
      followed.add(value.$ref);
      const name = schemaNameOf(value);
      if (name !== undefined) met.add(name);
      visit(resolve(contract, { $ref: value.$ref }));
      return;
    }
    for (const [key, part] of Object.entries(value)) {
      if (areNames || !data.has(key)) visit(part, key === "properties" && !areNames);
    }
  };
  for (const placed of operationsOf(contract)) {
    const { requestBody, responses } = placed.operation;
    visit([requestBody, parametersOf(contract, placed), responses]);
  }
  return [...new Set([...met, ...Object.keys(schemas)])];
}
