/**
 * Checks the rules of the contract, of its bundle and of the code.
 *
 * Usage: npm run lint
 */
import { readArguments } from "./arguments.ts";
import { exitOnSignals, run } from "./run.ts";

readArguments();
exitOnSignals();
const commands = [
  ["biome", "check", "--error-on-warnings"],
  ["turbo", "run", "lint", "lint:bundle", "--output-logs=errors-only"],
];
for (const [command = "", ...args] of commands) {
  // The command has said why.
  await run(command, args).catch(() => {
    process.exitCode = 1;
  });
}
