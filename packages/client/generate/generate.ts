/**
 * Generates packages/client/src/generated/ from the bundled contract, spec/dist/openapi.json:
 * the client's interface and table of operations, validators, the fixtures of `testing`, and what a
 * status of an order means.
 *
 * Usage: node packages/client/generate/generate.ts [--check]       (npm run generate bundles first)
 *   --check   writes nothing; exits 1 when a file on disk is not what the contract gives
 */
import { type Generator, updateGenerated } from "@partner-center/lib/generated-file";
import { readBundle } from "@partner-center/spec";
import { generateClient } from "./client.ts";
import { generateExamples } from "./examples.ts";
import { generateOperations } from "./operations.ts";
import { generateOrderProgress } from "./order-progress.ts";
import { generateValidators } from "./validators.ts";

/** The generated files of the client, by their paths from the root of the repository. */
export const clientGenerators: Record<string, Generator> = {
  "packages/client/src/generated/client.ts": generateClient,
  "packages/client/src/generated/operations.ts": generateOperations,
  "packages/client/src/generated/validators.ts": generateValidators,
  "packages/client/src/generated/examples.ts": generateExamples,
  "packages/client/src/generated/order-progress.ts": generateOrderProgress,
};

await updateGenerated(import.meta, clientGenerators, readBundle);
