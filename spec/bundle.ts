/**
 * Writes the contract in one piece: dist/openapi.json and dist/openapi.yaml. What keeps it from that
 * is told as lint.ts tells it.
 *
 * Usage: node bundle.ts
 */
import { readArguments } from "@partner-center/lib/main";
import { lintFiles } from "./checks/lint.ts";
import { redoclyOrThrow } from "./checks/redocly.ts";

readArguments();
const files = ["dist/openapi.json", "dist/openapi.yaml"];
try {
  await Promise.all(
    files.map((file) => redoclyOrThrow("bundle", "openapi.yaml", `--output=${file}`)),
  );
} catch (error) {
  console.error((await lintFiles()) || (error instanceof Error ? error.message : error));
  process.exitCode = 1;
}
