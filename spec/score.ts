/**
 * Prints Redocly's score of the bundled contract.
 *
 * Usage: node score.ts
 */
import { readArguments } from "../scripts/arguments.ts";
import { redoclyOrThrow } from "./checks/redocly.ts";

readArguments();
console.log(await redoclyOrThrow("score", "dist/openapi.json"));
