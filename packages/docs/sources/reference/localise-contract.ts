import { fileURLToPath } from "node:url";
import { bundlePath, type Contract, parseContract, readBundle } from "@partner-center/spec";
import { bundleContract } from "@partner-center/spec/redocly";
import type { Language } from "../../page/languages.ts";

/**
 * The contract with the texts of spec/overlays/<language>.yaml. What that file leaves out stays
 * English: the build goes on, and spec/checks/check-translation.ts names it.
 */
export async function contractIn(language: Language): Promise<Contract> {
  if (language === "en") return parseContract(readBundle());
  const overlay = import.meta.resolve(`@partner-center/spec/overlays/${language}.yaml`);
  return parseContract(await bundleContract(bundlePath, fileURLToPath(overlay)));
}
