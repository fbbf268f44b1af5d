/** Bundles the contract out of its source, as a release would hold it. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Redocly } from "@partner-center/spec/redocly";

const specFolder = fileURLToPath(new URL("../../spec", import.meta.url));

/**
 * Bundles a contract with the settings of the working tree, whose rules find their packages there.
 *
 * @param folder holds the openapi.yaml
 * @throws with redocly's words when it can't be bundled
 */
export async function bundleContract(redocly: Redocly, folder = specFolder): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), "semver-bundle-"));
  const file = join(place, "openapi.json");
  try {
    const source = [join(folder, "openapi.yaml"), "--config", join(specFolder, "redocly.yaml")];
    const { code, output } = await redocly.run("bundle", ...source, "--output", file);
    if (code !== 0) throw new Error(`redocly bundle failed: ${output.trim()}`);
    return readFileSync(file, "utf8");
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
