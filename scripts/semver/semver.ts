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
 * Before a first release the contract is compared with the merge base of the main branch, and the
 * changesets since then count.
 *
 * Ends with 0 when the changesets are high enough, with 1 when they are too low or an accepted break
 * has expired, and with 2 when it can't tell. Where git has no main branch (a tarball without .git)
 * it says that nothing was compared, and ends with 0.
 */

import { readFileSync } from "node:fs";
import { styleText } from "node:util";
import { readArguments, refuse } from "@partner-center/lib/main";
import { exitOnSignals } from "@partner-center/lib/run";
import { Redocly } from "@partner-center/spec/redocly";
import type { Side } from "./contract.ts";
import { checkWorkingTree, type GateResult, neededBy, withLocation } from "./gate.ts";
import { locateInFile } from "./locate.ts";
import { byPackage, changesetArguments, writeChangeset } from "./pending.ts";
import { isHigher, packages } from "./policy.ts";
import { describeForUpgrade, formatBumps, formatChange, summarizeForUpgrade } from "./report.ts";

function readContract(file: string): Side {
  try {
    return { name: file, text: readFileSync(file, "utf8") };
  } catch (cause) {
    throw new Error(`${file} can't be read`, { cause });
  }
}

/** "What would this cost?" of any two contracts. */
async function compareFiles(base: string, revision: string, json: boolean): Promise<void> {
  const sides = [readContract(base), readContract(revision)] as const;
  const { compareContracts } = await import("./compare.ts");
  const { changes } = await compareContracts(new Redocly(), ...sides);
  const located = withLocation(changes, locateInFile(revision));
  const bump = neededBy(changes);
  if (json) {
    console.log(JSON.stringify({ bump, changes: located }, undefined, 2));
  } else {
    for (const change of located) console.log(`${formatChange(change)}\n`);
    console.log(`${base} → ${revision} asks for: ${formatBumps(bump)}`);
  }
}

const notCompared =
  "Not compared: nothing was released yet, and the main branch, to compare with, is missing here; " +
  "a git clone has it.";

/** Prints the gate's result. @returns the exit code */
async function check(registry: string | undefined, write: boolean, json: boolean): Promise<number> {
  const result = await checkWorkingTree(registry);
  if (!result) {
    const none = byPackage(() => "none");
    const facts = { release: null, base: null, bump: none, changes: [] };
    console.log(json ? JSON.stringify(facts) : notCompared);
    return 0;
  }
  const { base, release, changes, needed, pending, lacking, expired, earlier } = result;
  if (json) {
    const sides = { release: release ?? null, base: base.name };
    const facts = { ...sides, bump: needed, pending, changes, expired };
    console.log(JSON.stringify(facts, undefined, 2));
  } else {
    for (const change of changes) console.log(`${formatChange(change)}\n`);
    console.log(
      release === undefined
        ? `Nothing was released yet; compared with ${base.name}`
        : `since ${release}, from ${base.name}`,
    );
    console.log(`needed:   ${formatBumps(needed)}`);
    console.log(`pending:  ${formatBumps(pending)}`);
  }
  tellOfRecords(result);
  if (Object.keys(lacking).length === 0) {
    for (const name of packages) {
      if (!isHigher(pending[name], needed[name])) continue;
      warn(`The changesets ask for ${pending[name]} of ${name}; the contract for ${needed[name]}.`);
    }
    return expired.length > 0 ? 1 : 0;
  }
  if (write) {
    const file = writeChangeset(lacking, describeForUpgrade(changes), earlier);
    console.error(`\nWrote ${file}: look at it.`);
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

function tellOfRecords({ expired, unused }: GateResult): void {
  for (const { id, expires, reason } of expired) {
    console.error(
      styleText("red", `\nThe accepted break ${id} expired on ${expires} (${reason}).`) +
        "\nRelease it as major, or give scripts/semver/accepted-breaks.json another day.",
    );
  }
  for (const { id } of unused) warn(`The accepted break ${id} is no change any more; remove it.`);
}

function warn(text: string): void {
  console.error(styleText("yellow", `warning: ${text}`));
}

/** For a shell: single quotes take backticks and dollars as they are. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

exitOnSignals();
const { values } = readArguments({
  options: {
    write: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    registry: { type: "string" },
    base: { type: "string" },
    revision: { type: "string" },
  },
});
const { base, revision, write, json, registry = process.env.pnpm_config_registry } = values;
if ((base === undefined) !== (revision === undefined)) {
  refuse("--base and --revision are needed together.");
}
try {
  if (base !== undefined && revision !== undefined) await compareFiles(base, revision, json);
  else process.exitCode = await check(registry, write, json);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
