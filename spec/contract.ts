/** The one reader of the contract: its text, and all ways through it. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Contract } from "./openapi.ts";
import { isObject } from "./pointer.ts";

export * from "./bodies.ts";
export * from "./example-values.ts";
export * from "./names.ts";
export * from "./openapi.ts";
export * from "./parts.ts";
export * from "./pointer.ts";
export * from "./refusal.ts";
export * from "./subschemas.ts";
export * from "./type-names.ts";

/** The folder of the contract's source. */
export const specFolder: string = fileURLToPath(new URL(".", import.meta.url));

/** Path of the bundled contract, which `npm run generate` makes. */
export const bundlePath: string = fileURLToPath(new URL("dist/openapi.json", import.meta.url));

/** The bundled contract as text. @throws when it is missing, naming the command that makes it */
export function readBundle(): string {
  if (!existsSync(bundlePath)) {
    throw new Error("spec/dist/openapi.json is missing; run: npm run generate");
  }
  return readFileSync(bundlePath, "utf8");
}

/**
 * The contract in a string.
 *
 * @param name where the string is from, for the error
 * @throws when it is not an OpenAPI 3 document in JSON
 */
export function parseContract(text: string, name = "The contract"): Contract {
  let contract: unknown;
  try {
    contract = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : cause;
    throw new Error(`${name} is not JSON: ${reason}`, { cause });
  }
  if (isContract(contract)) return contract;
  throw new Error(`${name} is not an OpenAPI 3 description. Give its bundle, in JSON.`);
}

/** The rest is for OpenAPI's own schema: Redocly lints our contract, and the gate's judges others. */
function isContract(value: unknown): value is Contract {
  return isObject(value) && /^3\./.test(String(value.openapi)) && isObject(value.info);
}
