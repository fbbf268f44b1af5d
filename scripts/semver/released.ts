/** Reads a release: the contract and its types, as spec/released and the published package have them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseContract } from "@partner-center/spec";

export interface Release {
  /** Where it was read, for messages. */
  name: string;
  version: string;
  /** The bundled contract. */
  text: string;
  declarations: string;
}

/** @throws when the folder lacks a part of it */
export function readRelease(folder: string, name: string): Release {
  const read = (file: string) => {
    try {
      return readFileSync(join(folder, file), "utf8");
    } catch (cause) {
      throw new Error(`The last release can't be read: ${name} has no ${file}`, { cause });
    }
  };
  const text = read("openapi.json");
  const { version } = parseContract(text, `${name}/openapi.json`).info;
  return { name, version, text, declarations: read("openapi.d.ts") };
}
