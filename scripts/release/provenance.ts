/** From CI, nothing is published without provenance: a statement of which commit it was built from. */
import { run } from "@partner-center/lib/run";
import type { Publishing } from "./publishing.ts";

/** Whether the settings name a registry other than npm's own, the only one that takes provenance. */
export function isPrivate({ registry }: Pick<Publishing, "registry">): boolean {
  return registry !== undefined && !new URL(registry).hostname.split(".").includes("npmjs");
}

/**
 * pnpm itself refuses to publish when provenance is on and CI gives it no identity to sign with.
 *
 * @throws in CI, unless pnpm has provenance on; a private registry takes none
 */
export async function requireProvenance(
  publishing: Pick<Publishing, "registry">,
  env = process.env,
): Promise<void> {
  if (!env.CI || env.CI === "false" || isPrivate(publishing)) return;
  const setting = await run("pnpm", ["config", "get", "provenance"], { env, capture: true });
  if (setting.trim().split("\n").at(-1) === "true") return;
  throw new Error(
    "From CI, nothing is published without provenance. Set pnpm_config_provenance to true in this " +
      "job, and allow it to sign: permissions, id-token: write",
  );
}
