/** The operations of a contract, as the client has them. What it cannot have is refused. */
import {
  type Contract,
  type Operation,
  operationsOf,
  operationTypeNames,
  type PlacedOperation,
  parseContract,
  type Refuse,
  resolve,
  throwRefusal,
} from "@partner-center/spec";
import { type Argument, type Problem, type QueryStyles, readArguments } from "./read-parameters.ts";
import { readSuccess, type Success } from "./read-success.ts";

/** One method of the client. */
export interface ClientOperation {
  readonly id: string;
  /** What the names of its types begin with. */
  readonly typeName: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly given: readonly Argument[];
  readonly query: QueryStyles;
  readonly success: Success;
}

/** The operations of a bundled contract; one that has a part that is refused is left out. */
export function readOperations(bundle: string, refuse: Refuse = throwRefusal): ClientOperation[] {
  const contract = parseContract(bundle);
  // Names are by id, which two operations may share.
  const leftOut = new Set<string>();
  const typeNames = operationTypeNames(contract, (place, problem, wayOut) => {
    leftOut.add(place.join(" "));
    refuse(place, problem, wayOut);
  });
  return operationsOf(contract).flatMap((placed) => {
    const { id, path, method } = placed;
    const typeName = leftOut.has(`paths ${path} ${method}`) ? undefined : typeNames.get(id);
    return (typeName && readOperation(contract, placed, typeName, refuse)) || [];
  });
}

function readOperation(
  contract: Contract,
  placed: PlacedOperation,
  typeName: string,
  refuse: Refuse,
): ClientOperation | undefined {
  const { id, path, method, operation } = placed;
  let isRefused = false;
  const problem: Problem = (what, wayOut = "leave the operation to createFetch") => {
    isRefused = true;
    refuse(["paths", path, method], what, wayOut);
  };
  checkId(operation.operationId, problem);
  const item = resolve(contract, contract.paths?.[path] ?? {});
  if (operation.servers ?? item.servers) problem("it has an address of its own");
  if (method === "trace") problem("fetch does not send TRACE");
  const { given, query } = readArguments(contract, placed, typeName, problem);
  const success = readSuccess(contract, placed, typeName, problem);
  if (isRefused) return undefined;
  return { id, typeName, method: method.toUpperCase(), path, operation, given, query, success };
}

/** The name of a method: `then` would make the client a promise, `constructor` is there already. */
function checkId(id: string | undefined, problem: Problem): void {
  const wayOut = "give it another operationId";
  if (id === undefined) problem("it has no operationId", "give it one");
  else if (!/^[A-Za-z_$][\w$]*$/.test(id))
    problem(`its operationId "${id}" is not an identifier`, wayOut);
  else if (id in {} || id === "then" || id === "toJSON") {
    problem(`its operationId "${id}" cannot be the name of a method`, wayOut);
  }
}
