import { type Contract, operationsOf, type PlacedOperation, schemasOf } from "@partner-center/spec";
import { folderNames } from "../../page/folder-names.ts";

/** Where the reference describes something: paths of pages, from the root of their language. */
export interface Places {
  /** `getOrder` is at reference/operations/getOrder/. */
  operation(placed: PlacedOperation): string;
  /** `OrderLineItem` is at reference/schemas/OrderLineItem/. */
  schema(name: string): string;
}

/** The page of each operation and schema. No two are the same, in whatever case a disk has names. */
export function placesIn(contract: Contract): Places {
  const operations = operationsOf(contract);
  const ids = new Set<string>();
  const repeated = new Set(
    operations.map(({ id }) => id).filter((id) => ids.has(id) || !ids.add(id)),
  );
  const nameOf = ({ id, method, path }: PlacedOperation) =>
    repeated.has(id) ? `${id} ${method} ${path}` : id;
  const operationFolders = folderNames(operations.map(nameOf));
  const schemaFolders = folderNames(Object.keys(schemasOf(contract)));
  const find = (folders: ReadonlyMap<string, string>, name: string) => {
    const folder = folders.get(name);
    if (folder === undefined) throw new Error(`The contract has nothing called ${name}.`);
    return folder;
  };
  return {
    operation: (placed) => `reference/operations/${find(operationFolders, nameOf(placed))}/`,
    schema: (name) => `reference/schemas/${find(schemaFolders, name)}/`,
  };
}
