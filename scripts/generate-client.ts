/**
 * Generates what the client has of the bundled contract, spec/dist/openapi.json: validators, the
 * fixtures of its tests, and what a status of an order means.
 *
 * Usage: node scripts/generate-client.ts [--check]       (npm run generate bundles first)
 *   --check   writes nothing; exits 1 when a committed file is not what the contract gives
 */
import { generateExamples } from "./generate-examples.ts";
import { generateOrderProgress } from "./generate-order-progress.ts";
import { generateValidators } from "./generate-validators.ts";
import { type Generator, updateGenerated } from "./generated-file.ts";

/** The generated files of the client, by their paths from the root of the repository. */
export const clientGenerators: Record<string, Generator> = {
  "packages/client/src/validate/validators.ts": generateValidators,
  "packages/client/src/testing/examples.ts": generateExamples,
  "packages/client/src/order-progress.ts": generateOrderProgress,
};

if (import.meta.main) await updateGenerated(clientGenerators);
