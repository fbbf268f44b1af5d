/**
 * Says which versions the contract's changes ask for, and whether the pending changesets give them.
 *
 * Usage: npm run semver [-- OPTIONS]
 *   --write                     writes the changeset that is missing
 *   --registry URL              reads the last release from there (default: `pnpm_config_registry`),
 *                               and from spec/released when it isn't published or no URL is known
 *   --json                      prints the result as JSON
 *   --base FILE --revision FILE compares any two bundled contracts, and always exits with 0
 *   --pairs FOLDER [--only TEXT] compares each pair that the folder's table.json lists, or those whose
 *                               id contains TEXT, and counts where the verdicts are right
 *
 * Before a first release the contract is compared with the merge base of the main branch, and the
 * changesets since then count.
 *
 * Exits with 0 when the changesets are high enough, with 1 when they are too low or an accepted break
 * has expired, and with 2 when it can't tell. Where git has no main branch (a tarball without .git)
 * it says that nothing was compared, and exits with 0.
 */

import { readFileSync } from "node:fs";
import { styleText } from "node:util";
import { main, refuse } from "@partner-center/lib/main";
import { type Comparison, compareContracts } from "./compare.ts";
import { checkWorkingTree, type GateResult, neededBy } from "./gate.ts";
import { locate } from "./locate.ts";
import { tryPairs } from "./pairs.ts";
import { changesetArguments, writeChangeset } from "./pending.ts";
import { byPackage, isHigher, packages } from "./policy.ts";
import { describeForUpgrade, formatBumps, formatChange, summarizeForUpgrade } from "./report.ts";

const nothingCompared =
  "Not compared: nothing was released yet, and the main branch, to compare with, is missing here; " +
  "a git clone has it.";

/** Loaded when the gate needs it: redocly starts before. */
const generateTypes = async (bundle: string) =>
  (await import("../../packages/types/generate/generate.ts")).generateTypes(bundle);

function compare(base: string, revision: string): Promise<Comparison> {
  const read = (file: string) => ({ name: file, text: readFileSync(file, "utf8") });
  return compareContracts({ base: read(base), revision: read(revision) }, generateTypes);
}

/** What the changes between any two contracts would cost. */
async function compareFiles(base: string, revision: string, json: boolean): Promise<void> {
  const { changes: found, notCompared } = await compare(base, revision);
  const changes = locate(found, revision);
  const bump = neededBy(changes);
  if (json) return printJson({ bump, changes, notCompared });
  for (const change of changes) console.log(`${formatChange(change)}\n`);
  for (const part of notCompared) warn(`${part}.`);
  console.log(`${base} → ${revision} asks for: ${formatBumps(bump)}`);
}

/** Prints the gate's result. @returns the exit code */
async function check(registry: string | undefined, write: boolean, json: boolean): Promise<number> {
  const result = await checkWorkingTree(generateTypes, registry);
  if (!result) {
    const bump = byPackage(() => "none");
    if (json) printJson({ release: null, base: null, bump, changes: [], notCompared: [] });
    else console.log(nothingCompared);
    return 0;
  }
  printResult(result, json);
  const { changes, needed, pending, lacking, expired, earlier } = result;
  const code = expired.length > 0 ? 1 : 0;
  if (Object.keys(lacking).length === 0) {
    for (const name of packages.filter((one) => isHigher(pending[one], needed[one]))) {
      warn(`The changesets ask for ${pending[name]} of ${name}; the contract for ${needed[name]}.`);
    }
    return code;
  }
  if (write) {
    const file = writeChangeset(lacking, describeForUpgrade(changes), earlier);
    console.error(`\nWrote ${file}: review it.`);
    return code;
  }
  const command = ["npx changeset add", ...changesetArguments(lacking)].join(" ");
  console.error(
    styleText("red", "\nThe pending changesets ask for too little.") +
      ` Run:\n  ${command} -m ${quote(summarizeForUpgrade(changes))}\n` +
      "or let the gate write one: npm run semver -- --write",
  );
  return 1;
}

function printResult(result: GateResult, json: boolean): void {
  const { base, release, changes, notCompared, needed, pending, expired, unused } = result;
  if (json) {
    const sides = { release: release ?? null, base };
    printJson({ ...sides, bump: needed, pending, changes, notCompared, expired });
  } else {
    for (const change of changes) console.log(`${formatChange(change)}\n`);
    console.log(
      release === undefined
        ? `Nothing was released yet; compared with ${base}`
        : `since ${release}, from ${base}`,
    );
    console.log(`needed:   ${formatBumps(needed)}`);
    console.log(`pending:  ${formatBumps(pending)}`);
  }
  for (const part of notCompared) warn(`${part}.`);
  for (const { id, expires, reason } of expired) {
    console.error(
      styleText("red", `\nThe accepted break ${id} expired on ${expires} (${reason}).`) +
        "\nRelease it as major, or give scripts/semver/accepted-breaks.json another day.",
    );
  }
  for (const { id } of unused) warn(`The accepted break ${id} is no longer a change; remove it.`);
}

function printJson(value: unknown): void {
  console.log(JSON.stringify(value, undefined, 2));
}

function warn(text: string): void {
  console.error(styleText("yellow", `warning: ${text}`));
}

/** For a shell: backticks and dollars mean nothing in single quotes. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const text = { type: "string" } as const; // Literal types, as parseArgs wants.
const flag = { type: "boolean", default: false } as const;
const options = { write: flag, json: flag, registry: text, base: text, revision: text };
const ofPairs = { pairs: text, only: text };

await main(import.meta, { options: { ...options, ...ofPairs } }, async ({ values }) => {
  const { base, revision, write, json, registry = process.env.pnpm_config_registry } = values;
  if ((base === undefined) !== (revision === undefined)) {
    refuse("--base and --revision are needed together.");
  }
  try {
    if (values.pairs !== undefined) await tryPairs(values.pairs, values.only ?? "", compare);
    else if (base !== undefined && revision !== undefined) await compareFiles(base, revision, json);
    else process.exitCode = await check(registry, write, json);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
});
