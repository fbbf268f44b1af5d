/**
 * Generates packages/types/src/openapi.ts from the bundled contract, spec/dist/openapi.json.
 *
 * Usage: node packages/types/generate/generate.ts [--check]        (npm run generate bundles first)
 *   --check   writes nothing; exits 1 when the file on disk is not what the contract gives
 */
import { updateGenerated } from "@partner-center/lib/generated-file";
import { parseContract, readBundle } from "@partner-center/spec";
import { declareContract } from "./declare-contract.ts";
import { declareNames } from "./declare-names.ts";

const header = `/**
 * Generated from the contract in spec/ by packages/types/generate/. Do not edit: change the contract
 * and run \`npm run generate\`.
 */
`;

/**
 * The TypeScript source for a bundled contract.
 *
 * @param bundle the contract as JSON, every `$ref` inside it; its bytes give `specSha256`
 * @throws when a schema's name can't be the name of a type, or is taken by one of ours
 */
export async function generateTypes(bundle: string): Promise<string> {
  const contract = parseContract(bundle);
  const declarations = await declareContract(contract);
  return [header, declarations, ...declareNames(contract, bundle)].join("\n");
}

await updateGenerated(import.meta, { "packages/types/src/openapi.ts": generateTypes }, readBundle);
