/**
 * Generates what the client has of the bundled contract, spec/dist/openapi.json: validators, the
 * fixtures of its tests, and what a status of an order means.
 *
 * Usage: node packages/client/generate/generate.ts [--check]       (npm run generate bundles first)
 *   --check   writes nothing; exits 1 when a committed file is not what the contract gives
 */

import { type Generator, updateGenerated } from "@partner-center/lib/generated-file";
import { generateExamples } from "./examples.ts";
import { generateOrderProgress } from "./order-progress.ts";
import { generateValidators } from "./validators.ts";

/** The generated files of the client, by their paths from the root of the repository. */
export const clientGenerators: Record<string, Generator> = {
  "packages/client/src/generated/validators.ts": generateValidators,
  "packages/client/src/generated/examples.ts": generateExamples,
  "packages/client/src/generated/order-progress.ts": generateOrderProgress,
};

await updateGenerated(import.meta, clientGenerators);
