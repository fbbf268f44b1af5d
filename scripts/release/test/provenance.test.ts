import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { rehearsalEnvironment } from "../loopback.ts";
import { isPrivate, requireProvenance } from "../provenance.ts";

const refusal = "From CI, nothing is published without provenance.";

test("from CI nothing is published without provenance, but to a private registry", async () => {
  using home = temporaryFolder("provenance-");
  const { CI: _, ...env } = rehearsalEnvironment(home.path, "http://127.0.0.1:1");
  const CI = { ...env, CI: "true" };
  await expect(requireProvenance({}, CI)).rejects.toThrow(refusal);
  const npm = { registry: "https://npmjs.example/" };
  await expect(requireProvenance(npm, CI)).rejects.toThrow(refusal);
  await expect(requireProvenance({}, { ...CI, pnpm_config_provenance: "false" })).rejects.toThrow(
    refusal,
  );

  await requireProvenance({}, { ...CI, pnpm_config_provenance: "true" });
  await requireProvenance({ registry: "https://packages.example.com/" }, CI);
  await requireProvenance({}, env);
  expect(isPrivate({})).toBe(false);
});
