/** Rewrites a contract so that what openapi-typescript declares is true, and compiles. */
import { type Contract, operationsOf, type Refuse } from "@partner-center/spec";
import { breakCircles, rewriteComposition } from "./compose-schemas.ts";
import { directionsOf, requireByDirection } from "./directions.ts";
import { narrowDiscriminators } from "./discriminators.ts";
import { inlineReferences } from "./inline-references.ts";
import { simplifySchema } from "./simplify-schemas.ts";
import { schemasIn } from "./walk-schemas.ts";

/** A copy of a contract that says the same in the part of OpenAPI that the generator gets right. */
export function prepareContract(contract: Contract, refuse: Refuse): Contract {
  const prepared = structuredClone(contract);
  inlineReferences(prepared, refuse);
  refuseTwins(prepared, refuse);
  narrowDiscriminators(prepared);
  breakCircles(prepared, refuse);
  const directions = directionsOf(prepared);
  for (const placed of schemasIn(prepared)) {
    simplifySchema(placed.schema, contract.openapi);
    rewriteComposition(prepared, placed.schema);
    requireByDirection(prepared, placed, directions(placed.place));
  }
  return prepared;
}

/** Of two operations with one operationId, the second is named by its method and path. */
function refuseTwins(contract: Contract, refuse: Refuse): void {
  const owners = new Map<string, string>();
  for (const { operation, path, method } of operationsOf(contract)) {
    const id = operation.operationId;
    if (id === undefined) continue;
    const owner = owners.get(id);
    owners.set(id, owner ?? `${method} ${path}`);
    if (owner === undefined || owner === `${method} ${path}`) continue;
    refuse(["paths", path, method], `its operationId "${id}" is that of ${owner} too`, "change it");
    delete operation.operationId;
  }
}
