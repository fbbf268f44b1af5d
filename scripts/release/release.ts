/**
 * Runs a step of a release.
 *
 * Usage: npm run release                          lists the steps
 *        npm run release -- STEP [--OPTION ...]   runs one; --help says which options it has
 */
import { type Case, runCases } from "@partner-center/lib/cases";

export const steps: Record<string, Case> = {
  settings: {
    command: ["node", "scripts/release/settings.ts"],
    does: "sets scope, registry and repository, each in one place for all packages",
    needs: "5 s",
  },
  pack: {
    command: ["node", "scripts/release/pack.ts"],
    does: "packs the packages with checksums and prints the npm install line for them; --out DIR",
    needs: "20 s",
  },
  version: {
    command: ["node", "scripts/release/version.ts"],
    does: "turns the changesets into versions and changelogs; --canary makes those of a snapshot",
    needs: "20 s",
  },
  publish: {
    command: ["node", "scripts/release/publish.ts"],
    does: "checks and publishes what the registry lacks; continues where it was stopped",
    needs: "1 min, a trusted publisher",
  },
  rehearse: {
    command: ["node", "scripts/release/rehearse.ts"],
    does: "plays five releases, with a hotfix and a snapshot, against a registry on loopback",
    needs: "3 min, git",
  },
};

await runCases(import.meta, steps);
