/**
 * Says which versions the contract's changes ask for, and whether the pending changesets give them.
 *
 * Usage: npm run semver [-- OPTIONS]
 *   --write                     writes the changeset that is missing
 *   --registry URL              reads the last release from there (default: `pnpm_config_registry`),
 *                               and from spec/released when it isn't published or no URL is known
 *   --json                      prints the result as JSON
 *   --base FILE --revision FILE compares any two bundled contracts, and always ends with 0
 *
 * Ends with 0 when the changesets are high enough or nothing was released yet, with 1 when they are
 * too low or an accepted break has expired, and with 2 when it can't tell.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, styleText } from "node:util";
import { Redocly } from "./dev/redocly.ts";
import { exitOnSignals } from "./run.ts";
import { accept, readAccepted } from "./semver/accepted.ts";
import { type Release, readLastRelease } from "./semver/base.ts";
import type { Change } from "./semver/changes.ts";
import type { Side } from "./semver/contract.ts";
import { type Locate, locateInFile, locateInSource } from "./semver/locate.ts";
import {
  byPackage,
  changesetArguments,
  missing,
  readPending,
  writeChangeset,
} from "./semver/pending.ts";
import { type Bumps, bumpOfPackage, highest, isHigher, packages } from "./semver/policy.ts";
import {
  describeForUpgrade,
  formatBumps,
  formatChange,
  summarizeForUpgrade,
} from "./semver/report.ts";

const specFolder = fileURLToPath(new URL("../spec", import.meta.url));

interface Options {
  write: boolean;
  json: boolean;
  registry?: string;
}

/** Loaded while redocly starts and bundles: the generator and the compiler take their time. */
const loadCompare = () => import("./semver/compare.ts");

/** The contract of the working tree, as a release would hold it. */
async function bundleContract(redocly: Redocly): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), "semver-bundle-"));
  const file = join(folder, "openapi.json");
  try {
    const source = [join(specFolder, "openapi.yaml"), "--config", join(specFolder, "redocly.yaml")];
    const { code, output } = await redocly.run("bundle", ...source, "--output", file);
    if (code !== 0) throw new Error(`redocly bundle failed: ${output.trim()}`);
    return { name: "spec/openapi.yaml", text: readFileSync(file, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readContract(file: string): Side {
  try {
    return { name: file, text: readFileSync(file, "utf8") };
  } catch (cause) {
    throw new Error(`${file} can't be read`, { cause });
  }
}

function neededBy(changes: Change[]): Bumps {
  const bump = highest(changes.map((change) => change.bump));
  return byPackage((name) => bumpOfPackage(name, bump));
}

function withLocation(changes: Change[], locate: Locate) {
  return changes.map((change) => {
    const { pointer, keyword } = change;
    return { ...change, ...locate(keyword === undefined ? pointer : `${pointer}/${keyword}`) };
  });
}

/** "What would this cost?" of any two contracts. */
async function compareFiles(base: string, revision: string, json: boolean): Promise<void> {
  const redocly = new Redocly();
  const { compareContracts } = await loadCompare();
  const { changes } = await compareContracts(redocly, readContract(base), readContract(revision));
  const located = withLocation(changes, locateInFile(revision));
  const bump = neededBy(changes);
  if (json) {
    console.log(JSON.stringify({ bump, changes: located }, undefined, 2));
  } else {
    for (const change of located) console.log(`${formatChange(change)}\n`);
    console.log(`${base} → ${revision} asks for: ${formatBumps(bump)}`);
  }
}

/** @returns the exit code */
async function checkWorkingTree({ write, json, registry }: Options): Promise<number> {
  const release = await readLastRelease(registry);
  if (!release) {
    const text = "Nothing was released yet, so nothing can break: any version will do.";
    const none = byPackage(() => "none");
    console.log(json ? JSON.stringify({ release: null, bump: none, changes: [] }) : text);
    return 0;
  }
  const found = await compareWithRelease(release);
  const today = new Date().toISOString().slice(0, 10);
  const { changes, expired, unused } = accept(found, readAccepted(), today);
  const bump = neededBy(changes);
  const pending = await readPending();
  const lacking = missing(bump, pending);
  const located = withLocation(changes, locateInSource());
  const isTooLow = Object.keys(lacking).length > 0;
  if (json) {
    const facts = { release: release.version, bump, pending, changes: located, expired };
    console.log(JSON.stringify(facts, undefined, 2));
  } else {
    for (const change of located) console.log(`${formatChange(change)}\n`);
    console.log(`since ${release.version}, from ${release.name}`);
    console.log(`needed:   ${formatBumps(bump)}`);
    console.log(`pending:  ${formatBumps(pending)}`);
  }
  for (const { id, expires, reason } of expired) {
    console.error(
      styleText("red", `\nThe accepted break ${id} expired on ${expires} (${reason}).`) +
        "\nRelease it as major, or give scripts/semver/accepted-breaks.json another day.",
    );
  }
  for (const { id } of unused) warn(`The accepted break ${id} is no change any more; remove it.`);
  for (const name of packages) {
    if (!isHigher(pending[name], bump[name]) || isTooLow) continue;
    warn(`The changesets ask for ${pending[name]} of ${name}; the contract for ${bump[name]}.`);
  }
  if (!isTooLow) return expired.length > 0 ? 1 : 0;
  if (write) {
    console.error(`\nWrote ${writeChangeset(lacking, describeForUpgrade(changes))}: look at it.`);
    return expired.length > 0 ? 1 : 0;
  }
  const command = ["npx changeset add", ...changesetArguments(lacking)].join(" ");
  console.error(
    styleText("red", "\nThe pending changesets ask for too little.") +
      ` Run:\n  ${command} -m ${quote(summarizeForUpgrade(changes))}\n` +
      "or have it written: npm run semver -- --write",
  );
  return 1;
}

async function compareWithRelease(release: Release): Promise<Change[]> {
  const redocly = new Redocly();
  const bundling = bundleContract(redocly);
  const [{ compareContracts }, revision] = await Promise.all([loadCompare(), bundling]);
  return (await compareContracts(redocly, release, revision)).changes;
}

function warn(text: string): void {
  console.error(styleText("yellow", `warning: ${text}`));
}

/** For a shell: single quotes take backticks and dollars as they are. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function usage(): never {
  console.error(
    "Usage: npm run semver [-- --write | --json | --registry URL]\n" +
      "       npm run semver -- --base FILE --revision FILE [--json]",
  );
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        write: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        registry: { type: "string" },
        base: { type: "string" },
        revision: { type: "string" },
      },
    }).values;
  } catch {
    return usage();
  }
}

exitOnSignals();
const { base, revision, registry = process.env.pnpm_config_registry, ...flags } = readOptions();
if ((base === undefined) !== (revision === undefined)) usage();
try {
  if (base !== undefined && revision !== undefined) await compareFiles(base, revision, flags.json);
  else process.exitCode = await checkWorkingTree({ ...flags, ...(registry && { registry }) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
