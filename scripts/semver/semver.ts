/**
 * Says which versions the contract's changes ask for, and whether the pending changesets give them.
 *
 * Usage: npm run semver [-- OPTIONS]
 *   --write                     writes the changeset that is missing
 *   --registry URL              reads the last release from there (default: `pnpm_config_registry`)
 *   --format FORMAT             text (default), json, markdown, or github: annotations with the file
 *                               and line
 *   --summary FILE              adds the result to a file as Markdown, with the diff of the types
 *   --base FILE --revision FILE compares any two OpenAPI descriptions (YAML or JSON, one file
 *                               or several), and exits with 2 when one is not valid, else with 0
 *   --pairs FOLDER [--only TEXT] compares each pair that the folder's table.json lists, or those whose
 *                               id contains TEXT, and counts where the verdicts are right
 *
 * Without a registry the last release is spec/released where the main branch, or that of a support
 * line, was left. Before a first release it is the contract there, and the changesets since then count.
 *
 * Exits with 0 when the changesets are high enough, with 1 when they are too low or for a package that
 * is not published, or an accepted break has expired, and with 2 when it can't tell. Before a first
 * release, where git has no main branch (a tarball without .git), it says that nothing was compared,
 * and exits with 0.
 */

import { appendFileSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { main, refuse } from "@partner-center/lib/main";
import { readAnyContract } from "@partner-center/spec/any-contract";
import { type Comparison, compareContracts, endJudges } from "./compare.ts";
import type { Side } from "./compare-types.ts";
import { annotate, formatGithub } from "./format-github.ts";
import { formatFailure, formatMarkdown } from "./format-markdown.ts";
import { formatComplaints, formatText } from "./format-text.ts";
import { checkWorkingTree, neededBy } from "./gate.ts";
import { locate } from "./locate.ts";
import { tryPairs } from "./pairs.ts";
import { writeChangeset } from "./pending.ts";
import type { SideName } from "./places.ts";
import { nothingCompared, type Report, reportOn } from "./report.ts";
import { describeForUpgrade } from "./upgrade-notes.ts";

/** Where file names start: npm runs scripts at the root, wherever it was called. */
const from = process.env.INIT_CWD ?? process.cwd();

async function readSides(base: string, revision: string): Promise<Record<SideName, Side>> {
  const read = async (name: string) => ({
    name,
    text: (await readAnyContract(resolve(from, name), name)).bundle,
  });
  return { base: await read(base), revision: await read(revision) };
}

const compareAny = (sides: Record<SideName, Side>): Promise<Comparison> =>
  compareContracts(sides, { isOurs: false });

/** What the changes between any two contracts would cost. */
async function compareFiles(base: string, revision: string): Promise<Result> {
  const sides = await readSides(base, revision);
  const { changes: found, notCompared } = await compareAny(sides);
  endJudges();
  const changes = locate(found, resolve(from, revision)).map((change) =>
    isAbsolute(revision) ? change : { ...change, file: relative(from, change.file) },
  );
  const compared = `${base} → ${revision}`;
  const about = { ...nothingCompared, compared, base, notCompared };
  return { report: { ...about, bump: neededBy(changes), changes }, sides };
}

/** Whether the changesets give what the working tree needs. @param write what is missing */
async function checkChangesets(registry: string | undefined, write: boolean): Promise<Result> {
  const result = await checkWorkingTree(registry);
  if (!result) return { report: nothingCompared };
  const { sides, lacking, changes, earlier } = result;
  if (!write || Object.keys(lacking).length === 0) return { report: reportOn(result), sides };
  const written = writeChangeset(lacking, describeForUpgrade(changes), earlier);
  return { report: { ...reportOn({ ...result, lacking: {} }), written }, sides };
}

interface Result {
  report: Report;
  /** What was compared, if there was something to compare with. */
  sides?: Record<SideName, Side>;
}

const formats = new Map<string, (result: Result) => string | Promise<string>>([
  ["text", ({ report }) => formatText(report)],
  ["json", ({ report }) => JSON.stringify(report, undefined, 2)],
  ["markdown", toMarkdown],
  ["github", ({ report }) => formatGithub(report)],
]);

async function toMarkdown({ report, sides }: Result): Promise<string> {
  // With it the compiler is loaded, which the other formats don't need here.
  const { diffTypes } = await import("./diff-types.ts");
  return formatMarkdown(report, sides ? diffTypes(sides) : "");
}

const text = { type: "string" } as const; // Literal types, as parseArgs wants.
const flag = { type: "boolean", default: false } as const;
const format = { type: "string", default: "text" } as const;
const options = { write: flag, registry: text, base: text, revision: text };
const ofReport = { format, summary: text };
const ofPairs = { pairs: text, only: text };

await main(
  import.meta,
  { options: { ...options, ...ofReport, ...ofPairs } },
  async ({ values }) => {
    const { base, revision, write, registry = process.env.pnpm_config_registry } = values;
    const format = formats.get(values.format);
    if (!format) refuse(`--format is one of ${[...formats.keys()].join(", ")}`);
    if ((base === undefined) !== (revision === undefined)) {
      refuse("--base and --revision are needed together.");
    }
    try {
      if (values.pairs !== undefined) {
        const folder = resolve(from, values.pairs);
        const compare = async (...files: [string, string]) => compareAny(await readSides(...files));
        return await tryPairs(folder, values.only ?? "", compare);
      }
      const result =
        base !== undefined && revision !== undefined
          ? await compareFiles(base, revision)
          : await checkChangesets(registry, write);
      console.log(await format(result));
      if (values.summary !== undefined) appendFileSync(values.summary, await toMarkdown(result));
      const complaints = values.format === "github" ? "" : formatComplaints(result.report);
      if (complaints) console.error(complaints);
      if (result.report.problems.length > 0) process.exitCode = 1;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (values.format === "github") console.log(annotate("error", message));
      else console.error(message);
      if (values.summary !== undefined) appendFileSync(values.summary, formatFailure(message));
      process.exitCode = 2;
    }
  },
);
