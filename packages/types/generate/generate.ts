/**
 * Generates packages/types/src/openapi.ts from the bundled contract, spec/dist/openapi.json.
 *
 * Usage: node packages/types/generate/generate.ts [--check]        (npm run generate bundles first)
 *   --check   writes nothing; exits 1 when the file on disk is not what the contract gives
 */
import { updateGenerated } from "@partner-center/lib/generated-file";
import {
  type Contract,
  operationTypeNames,
  parseContract,
  type Refuse,
  readBundle,
  schemaTypeNames,
  throwRefusal,
} from "@partner-center/spec";
import { declareContract, declarePlainly } from "./declare-contract.ts";
import { declareEnum } from "./declare-enums.ts";
import { declareOperations, namesOfOperations } from "./declare-operations.ts";
import { declareVersion } from "./declare-version.ts";
import { nameOpenEnums } from "./open-enums.ts";
import { prepareContract } from "./prepare-contract.ts";
import { refuseContradictions } from "./shared-properties.ts";
import { schemasIn } from "./walk-schemas.ts";

const header = `/**
 * Generated from the contract in spec/ by packages/types/generate/. Do not edit: change the contract
 * and run \`npm run generate\`.
 */
`;

/**
 * The TypeScript source for a bundled contract.
 *
 * @param bundle the contract as JSON, every `$ref` inside it; its bytes give `specSha256`
 * @param refuse is told of each part that no true type can be made of; throws by default
 */
export function generateTypes(bundle: string, refuse: Refuse = throwRefusal): string {
  const contract = prepareContract(parseContract(bundle), refuse);
  const typeNames = schemaTypeNames(contract, refuse);
  const operationNames = operationTypeNames(contract, refuse);
  const enums = nameOpenEnums(contract, typeNames, namesOfOperations(operationNames), refuse);
  for (const placed of schemasIn(contract)) refuseContradictions(contract, placed, refuse);
  return [
    header,
    declareContract(contract, typeNames),
    ...enums.map(declareEnum),
    ...declareOperations(contract, operationNames, new Set(typeNames.values())),
    declareVersion(contract, bundle),
  ].join("\n");
}

/**
 * TypeScript for what any contract sends: the generator's `paths`, `operations` and `components`, with
 * no names of this project.
 *
 * @param refuse is told of each part that no true type can be made of, and which is left out
 */
export function generatePlainTypes(contract: Contract, refuse: Refuse): string {
  return declarePlainly(prepareContract(contract, refuse));
}

await updateGenerated(import.meta, { "packages/types/src/openapi.ts": generateTypes }, readBundle);
