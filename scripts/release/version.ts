/**
 * Turns the pending changesets into versions and changelogs, and gives the contract, the types and
 * spec/released the same version.
 *
 * Usage: npm run release -- version [--canary]
 *   --canary  versions such as 1.3.0-canary-0a1b2c3, for the commit that is checked out; nothing of
 *             it is meant to be committed
 *
 * Fails when the changesets ask for less than the contract's changes need (npm run semver).
 */

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "@partner-center/lib/main";
import { readManifest } from "@partner-center/lib/packages";
import { exitOnSignals, run } from "@partner-center/lib/run";
import { generateTypes } from "../../packages/types/generate/generate.ts";
import { checkWorkingTree } from "../semver/gate.ts";
import { writeInstallNotices } from "./settings.ts";
import { withVerdict } from "./verdict.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const contract = join(root, "spec/openapi.yaml");
const released = join(root, "spec/released");
const everyPackage = "@partner-center/types,@partner-center/client,@partner-center/docs";

function typesVersion(): string {
  return readManifest(join(root, "packages/types")).version;
}

/** Writes `info.version`, the one line of the contract that a release changes. */
function setContractVersion(version: string): void {
  const text = readFileSync(contract, "utf8");
  const changed = text.replace(/^( {2}version: ).*$/m, `$1${version}`);
  if (!changed.includes(`  version: ${version}\n`)) {
    throw new Error("spec/openapi.yaml has no line `  version: ...` under info");
  }
  writeFileSync(contract, changed);
}

/** Keeps what is released now, for the gate to compare with where no registry can be asked. */
function keepReleased(): void {
  mkdirSync(released, { recursive: true });
  cpSync(join(root, "spec/dist/openapi.json"), join(released, "openapi.json"));
  const declarations = readFileSync(join(root, "packages/types/dist/openapi.d.ts"), "utf8");
  const withoutMap = declarations.replace(/\n*\/\/# sourceMappingURL.*\n?$/, "\n");
  writeFileSync(join(released, "openapi.d.ts"), withoutMap);
}

async function makeVersions(): Promise<void> {
  const gate = await checkWorkingTree(generateTypes, process.env.pnpm_config_registry);
  if (gate && (Object.keys(gate.lacking).length > 0 || gate.expired.length > 0)) {
    throw new Error("The changesets ask for too little; run: npm run semver");
  }
  const before = typesVersion();
  await withVerdict(gate, () => run("changeset", ["version"]));
  if (typesVersion() === before) return; // A release of the docs alone.
  setContractVersion(typesVersion());
  const tasks = ["generate", "@partner-center/types#build"];
  await run("turbo", ["run", ...tasks, "--output-logs=errors-only"]);
  keepReleased();
}

async function makeCanary(): Promise<void> {
  const status = await run("git", ["status", "--porcelain"], { capture: true });
  if (status.trim()) throw new Error("A canary is made of a commit; commit or stash your changes.");
  // A commit without changesets gets its canary all the same.
  await run("changeset", ["add", "--patch", everyPackage, "-m", "A snapshot."], { capture: true });
  await run("changeset", ["version", "--snapshot", "canary"]);
  setContractVersion(typesVersion());
  await run("turbo", ["run", "generate", "--output-logs=errors-only"]);
}

exitOnSignals();
const { values } = readArguments({ options: { canary: { type: "boolean", default: false } } });
try {
  await (values.canary ? makeCanary() : makeVersions());
  // The first release takes "not published yet" out of the READMEs.
  writeInstallNotices();
  console.log(`types and client: ${typesVersion()}`);
  console.log(`docs: ${readManifest(join(root, "packages/docs")).version}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
