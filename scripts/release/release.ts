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
  first: {
    command: ["node", "scripts/release/first.ts"],
    does: "says what to do, once, before the workflow can publish to this registry",
    needs: "5 s, the registry",
  },
  publish: {
    command: ["node", "scripts/release/publish.ts"],
    does: "checks and publishes what the registry lacks; continues where it was stopped",
    needs: "1 min, a trusted publisher or a login",
  },
  rehearse: {
    command: ["node", "scripts/release/rehearse.ts"],
    does: "plays all of that on loopback, with hotfix, candidates and kills; --quick the releases alone",
    needs: "4 min, git",
  },
};

await runCases(import.meta, steps);
