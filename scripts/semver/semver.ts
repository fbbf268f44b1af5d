/**
 * Says which versions the contract's changes ask for, and whether the pending changesets give them.
 *
 * Usage: npm run semver [-- OPTIONS]
 *   --write                     writes the changeset that is missing
 *   --registry URL              reads the last release from there (default: `pnpm_config_registry`),
 *                               and from spec/released when it isn't published or no URL is known
 *   --format text|json          how the result is printed (default: text)
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
import { main, refuse } from "@partner-center/lib/main";
import { type Comparison, compareContracts } from "./compare.ts";
import { formatComplaints, formatText } from "./format-text.ts";
import { checkWorkingTree, neededBy } from "./gate.ts";
import { locate } from "./locate.ts";
import { tryPairs } from "./pairs.ts";
import { writeChangeset } from "./pending.ts";
import { nothingCompared, type Report, reportOn } from "./report.ts";
import { describeForUpgrade } from "./upgrade-notes.ts";

const formats = new Map<string, (report: Report) => string>([
  ["text", formatText],
  ["json", (report) => JSON.stringify(report, undefined, 2)],
]);

/** Loaded when the gate needs it: redocly starts before. */
const generateTypes = async (bundle: string) =>
  (await import("../../packages/types/generate/generate.ts")).generateTypes(bundle);

function compare(base: string, revision: string): Promise<Comparison> {
  const read = (file: string) => ({ name: file, text: readFileSync(file, "utf8") });
  return compareContracts({ base: read(base), revision: read(revision) }, generateTypes);
}

/** What the changes between any two contracts would cost. */
async function compareFiles(base: string, revision: string): Promise<Report> {
  const { changes: found, notCompared } = await compare(base, revision);
  const changes = locate(found, revision);
  const compared = `${base} → ${revision}`;
  return { ...nothingCompared, compared, base, bump: neededBy(changes), changes, notCompared };
}

/** Whether the changesets give what the working tree needs. @param write what is missing */
async function checkChangesets(registry: string | undefined, write: boolean): Promise<Report> {
  const result = await checkWorkingTree(generateTypes, registry);
  if (!result) return nothingCompared;
  if (!write || Object.keys(result.lacking).length === 0) return reportOn(result);
  const written = writeChangeset(
    result.lacking,
    describeForUpgrade(result.changes),
    result.earlier,
  );
  return { ...reportOn({ ...result, lacking: {} }), written };
}

const text = { type: "string" } as const; // Literal types, as parseArgs wants.
const flag = { type: "boolean", default: false } as const;
const format = { type: "string", default: "text" } as const;
const options = { write: flag, format, registry: text, base: text, revision: text };
const ofPairs = { pairs: text, only: text };

await main(import.meta, { options: { ...options, ...ofPairs } }, async ({ values }) => {
  const { base, revision, write, registry = process.env.pnpm_config_registry } = values;
  const format = formats.get(values.format);
  if (!format) refuse(`--format is one of ${[...formats.keys()].join(", ")}`);
  if ((base === undefined) !== (revision === undefined)) {
    refuse("--base and --revision are needed together.");
  }
  try {
    if (values.pairs !== undefined) return await tryPairs(values.pairs, values.only ?? "", compare);
    const report =
      base !== undefined && revision !== undefined
        ? await compareFiles(base, revision)
        : await checkChangesets(registry, write);
    console.log(format(report));
    const complaints = formatComplaints(report);
    if (complaints) console.error(complaints);
    if (report.problems.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
});
