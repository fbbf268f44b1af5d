/**
 * Bundles the contract and makes every file that is generated from it and committed: types,
 * validators and examples.
 *
 * Usage: npm run generate [-- --check]
 *   --check  writes nothing; fails when a committed file is not what the contract gives
 */
import { readArguments } from "./arguments.ts";
import { exitOnSignals, run } from "./run.ts";

const { values } = readArguments({ options: { check: { type: "boolean", default: false } } });
exitOnSignals();
try {
  await run("turbo", ["run", values.check ? "generate:check" : "generate", "--output-logs=full"]);
} catch {
  process.exitCode = 1; // turbo has said why.
}
