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

await main(import.meta, {}, async () => {
  // As a task of turbo's it has the bundle.
  if (!existsSync(bundlePath)) await make("bundle", "spec");
  console.log(await redocly.print("score", bundlePath, `--config=${redoclyConfig}`));
});
