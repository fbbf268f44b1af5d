/**
 * Formats the code, and fixes of it what is safe to fix.
 *
 * Usage: npm run format
 */
import { readArguments } from "./arguments.ts";
import { exitOnSignals, run } from "./run.ts";

readArguments();
exitOnSignals();
// biome has said why.
await run("biome", ["check", "--write"]).catch(() => {
  process.exitCode = 1;
});
