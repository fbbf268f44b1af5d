import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runRedocly } from "../redoc/render-redoc.ts";
import type { Contract } from "./contract.ts";

/**
 * The contract with the texts of spec/overlays/<language>.yaml. What that file leaves out stays
 * English: the build goes on, and spec/checks/check-translation.ts names it.
 */
export async function localiseContract(bundle: string, language: string): Promise<Contract> {
  const overlay = fileURLToPath(
    import.meta.resolve(`@partner-center/spec/overlays/${language}.yaml`),
  );
  if (!existsSync(overlay)) throw new Error(`${overlay} is missing`);
  const folder = await mkdtemp(join(tmpdir(), "localised-"));
  try {
    const output = join(folder, "openapi.json");
    await runRedocly("bundle", bundle, `--overlay=${overlay}`, `--output=${output}`);
    return JSON.parse(await readFile(output, "utf8"));
  } finally {
    await rm(folder, { recursive: true });
  }
}
