/**
 * Turns the pending changesets into versions and changelogs, and gives the contract, the types and
 * spec/released the same version.
 *
 * Usage: npm run release -- version [--canary]
 *   --canary  versions such as 1.3.0-canary-0a1b2c3 for the current commit, not to be committed
 *
 * Starts from a commit: after a kill, run it again. Fails on changes that are not committed, and when
 * the changesets ask for less than the contract's changes need (npm run semver), for more than the
 * branch releases (support/1.x: no major), or for a version that another branch has released.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { main } from "@partner-center/lib/main";
import { type Manifest, publishedPackages, readManifest } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";
import type { Change } from "../semver/changes.ts";
import { checkWorkingTree, type GateResult } from "../semver/gate.ts";
import { findUntagged } from "./git-tags.ts";
import { writeInstallNotices } from "./settings.ts";
import { requireLine } from "./support-line.ts";
import { startFromCommit, writeAsOne } from "./version-run.ts";

const root = join(import.meta.dirname, "../..");
const contract = join(root, "spec/openapi.yaml");
const released = join(root, "spec/released");
const changesets = join(root, ".changeset");

const noticed: Record<Change["affects"], string> = {
  wire: "on the wire",
  types: "in the types",
  both: "on the wire and in the types",
  none: "by readers",
};

const typesVersion = () => readManifest(join(root, "packages/types")).version;

/** Writes `info.version`, the one line of the contract that a release changes. */
function setContractVersion(version: string): void {
  const before = readFileSync(contract, "utf8");
  writeFileSync(contract, before.replace(/^( {2}version: ).*$/m, `$1${version}`));
}

const runTask = (task: string) => run("turbo", ["run", task, "--output-logs=errors-only"]);

/** Keeps what is released now, for the gate to compare with where it can't ask a registry. */
function keepReleased(): void {
  for (const made of ["spec/dist/openapi.json", "packages/types/dist/openapi.d.ts"]) {
    cpSync(join(root, made), join(released, basename(made)));
  }
}

/** Writes a changeset of the types that lists each change of the contract since the last release. */
function writeVerdict({ release, changes, needed }: GateResult): Disposable {
  const lines = changes.map(({ bump, what, affects, accepted }) => {
    const reason = accepted ? ` (${accepted})` : "";
    return `- ${bump}, noticed ${noticed[affects]}: ${what}${reason}\n`;
  });
  const head = `---\n"@partner-center/types": ${needed.types}\n---\n\n`;
  const title = `The contract since ${release}, change by change:\n\n`;
  const name = `contract-since-${release}.md`;
  // In prerelease mode changesets keeps it, for the changelog of the release.
  rmSync(join(changesets, "pre", name), { force: true });
  writeFileSync(join(changesets, name), `${head}${title}${lines.join("")}`);
  // Nobody wrote it, so it must not stay after a failure.
  return { [Symbol.dispose]: () => rmSync(join(changesets, name), { force: true }) };
}

/** @throws when a version has its git tag: then another branch has released it */
async function requireNewVersions(before: string[]): Promise<void> {
  const made = currentVersions().filter((one) => !before.includes(nameVersion(one)));
  const untagged = await findUntagged(made);
  const taken = made.filter((one) => !untagged.includes(one));
  if (taken.length === 0) return;
  throw new Error(
    `Released from another branch already: ${taken.map(nameVersion).join(", ")}. ` +
      "Let the changesets ask for a patch.",
  );
}

const currentVersions = () => publishedPackages().map(({ manifest }) => manifest);
const nameVersion = ({ name, version }: Manifest) => `${name}@${version}`;

/** Writes everything that a release changes; spec/released comes last. */
async function writeVersions(gate: GateResult | undefined): Promise<void> {
  const before = { types: typesVersion(), all: currentVersions().map(nameVersion) };
  {
    using _verdict =
      gate?.release !== undefined && gate.changes.length > 0 ? writeVerdict(gate) : undefined;
    await run("changeset", ["version"]);
  }
  await requireNewVersions(before.all);
  // The first release removes "not published yet" from the READMEs.
  writeInstallNotices();
  if (typesVersion() === before.types) return; // A release of the docs alone.
  setContractVersion(typesVersion());
  await runTask("generate");
  // In a run of its own, since turbo hashes what a task reads before it runs any: so publish has it.
  await runTask("@partner-center/types#build");
  keepReleased();
}

async function makeVersions(): Promise<void> {
  await requireLine();
  const gate = await checkWorkingTree(process.env.pnpm_config_registry);
  if (gate && (Object.keys(gate.lacking).length > 0 || gate.expired.length > 0)) {
    throw new Error("The changesets ask for too little; run: npm run semver");
  }
  await writeAsOne(() => writeVersions(gate));
}

async function makeCanary(): Promise<void> {
  // changesets makes no snapshot in prerelease mode.
  rmSync(join(changesets, "pre.json"), { force: true });
  // For a commit without changesets.
  const names = publishedPackages().map(({ manifest }) => manifest.name);
  const patch = ["add", "--patch", names.join(","), "-m", "A snapshot."];
  await run("changeset", patch, { capture: true });
  await run("changeset", ["version", "--snapshot", "canary"]);
  writeInstallNotices();
  setContractVersion(typesVersion());
  await runTask("generate");
}

await main(import.meta, { options: { canary: { type: "boolean" } } }, async ({ values }) => {
  await startFromCommit();
  await (values.canary ? writeAsOne(makeCanary) : makeVersions());
  console.log(`types and client: ${typesVersion()}`);
  console.log(`docs: ${readManifest(join(root, "packages/docs")).version}`);
});
