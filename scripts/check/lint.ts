/**
 * Checks the rules of the code, of the contract and of its bundle.
 *
 * Usage: npm run lint
 */
import { fileURLToPath } from "node:url";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals, run } from "@partner-center/lib/run";
import { runTasks } from "@partner-center/lib/turbo-summary";

readArguments();
exitOnSignals();
try {
  await run("biome", ["check", "--error-on-warnings"]);
} catch {
  process.exitCode = 1; // biome has said why.
}
try {
  await runTasks(fileURLToPath(new URL("../..", import.meta.url)), "lint", "lint:bundle");
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
