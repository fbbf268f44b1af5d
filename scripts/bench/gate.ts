/** The gate on two documents of 3 MB that differ in one property. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import type { Family } from "./figures.ts";
import { formatPeak, formatTime, measureStep } from "./step.ts";
import { makeContract, withoutProperty } from "./synthetic-contract.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const operations = 425;

export async function measure(): Promise<Family> {
  using folder = temporaryFolder("gate-");
  const base = join(folder.path, "base.json");
  const revision = join(folder.path, "revision.json");
  const text = JSON.stringify(makeContract(operations));
  writeFileSync(base, text);
  writeFileSync(revision, withoutProperty(text));
  const line = `node scripts/semver/semver.ts --base ${base} --revision ${revision}`;
  const cell = await measureStep(line, root);
  const head = ["size", "time", "peak memory"];
  const size = `${(text.length / 1e6).toFixed(2)} MB`;
  return {
    title: "Gate: a document of 3 MB",
    notes: [
      `\`npm run semver -- --base A --revision B\`, whole process, on ${operations} made-up operations in one line of JSON, of which one schema loses a property. The peak is that of the Node process, in which all judges but oasdiff run; oasdiff takes 0.3 GB more.`,
      "Aimed at: 15 s and 1 GB.",
    ],
    tables: [[head, [size, formatTime(cell), formatPeak(cell)]]],
    failures: cell.failure ? [cell.failure] : [],
  };
}
