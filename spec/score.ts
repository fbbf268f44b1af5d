/**
 * Prints Redocly's score of the bundled contract.
 *
 * Usage: node score.ts
 */
import { existsSync } from "node:fs";
import { main } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { bundlePath } from "./contract.ts";
import { redocly, redoclyConfig } from "./redocly.ts";

/**
 * The parts of the score that must be full: those that do not fall when the contract grows. The score
 * as a whole falls with the number of operations, `dependencyClarity` and `exampleCoverage` when
 * operations share schemas and responses or send none; rule/media-type-example sees to the examples.
 */
export const judgedSubscores: readonly string[] = [
  "documentationQuality",
  "errorClarity",
  "identifierClarity",
];

/** The parts of the score of a contract at a path, from 0 to 1. */
export async function readSubscores(path: string): Promise<{ [name: string]: number }> {
  const options = [`--config=${redoclyConfig}`, "--format=json"];
  const score: { subscores: { [name: string]: number } } = JSON.parse(
    await redocly.print("score", path, ...options),
  );
  return score.subscores;
}

await main(import.meta, {}, async () => {
  // As a task of turbo's it has the bundle.
  if (!existsSync(bundlePath)) await make("bundle", "spec");
  console.log(await redocly.print("score", bundlePath, `--config=${redoclyConfig}`));
});
