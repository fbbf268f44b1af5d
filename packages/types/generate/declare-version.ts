/** Declares which contract the types are made of. */
import { createHash } from "node:crypto";
import type { Contract } from "@partner-center/spec";

/** @param bundle the contract as JSON; its bytes give `specSha256` */
export function declareVersion({ info }: Contract, bundle: string): string {
  return `/** Version of the contract that these types were generated from: its \`info.version\`. */
export const specVersion: string = ${JSON.stringify(info.version)};

/** SHA-256 of the contract, \`@partner-center/types/openapi.json\`, in lower-case hex. */
export const specSha256: string = "${createHash("sha256").update(bundle).digest("hex")}";
`;
}
