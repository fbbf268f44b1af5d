/**
 * Checks the rules of the code, of the contract and of its bundle.
 *
 * Usage: npm run lint
 */
import { join } from "node:path";
import { main } from "@partner-center/lib/main";
import { RunError, run } from "@partner-center/lib/run";
import { runTasks } from "@partner-center/lib/turbo";

await main(import.meta, {}, async () => {
  try {
    await run("biome", ["check", "--error-on-warnings"]);
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    process.exitCode = 1; // Biome has printed why.
  }
  await runTasks(join(import.meta.dirname, "../.."), "lint", "lint:bundle");
});
