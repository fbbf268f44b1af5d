/**
 * Prints Redocly's score of the bundled contract.
 *
 * Usage: node score.ts
 */
import { existsSync } from "node:fs";
import { readArguments } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { redoclyOrThrow } from "./checks/redocly.ts";

readArguments();
// As a task of turbo's it has the bundle.
if (!existsSync(new URL("dist/openapi.json", import.meta.url))) await make("bundle", "spec");
console.log(await redoclyOrThrow("score", "dist/openapi.json"));
