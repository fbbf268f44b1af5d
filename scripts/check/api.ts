/**
 * Compares the public surface of the built packages with the API reports that are committed beside
 * them, so that no change of it goes unseen. Everything public must have a doc comment.
 *
 * Usage: npm run check -- api              compares; exits 1 on a difference
 *        npm run check -- api --accept     writes the reports, to be reviewed and committed
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  Extractor,
  ExtractorConfig,
  type ExtractorMessage,
  type IConfigFile,
  ExtractorLogLevel as Level,
} from "@microsoft/api-extractor";
import { main } from "@partner-center/lib/main";
import { entryPoints, publishedPackages } from "@partner-center/lib/packages";
import { make } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { structuredPatch } from "diff";

const root = join(import.meta.dirname, "../..");

/** Generated: packages/types/test/comments.test.ts compares its comments with the contract. */
const generatedTypes = "packages/types/dist/openapi.d.ts";

function isProblem({ logLevel, messageId, sourceFilePath }: ExtractorMessage): boolean {
  const isGenerated = sourceFilePath?.endsWith(generatedTypes) ?? false;
  return logLevel === Level.Error && !(messageId === "ae-undocumented" && isGenerated);
}

/** The comments are JSDoc for editors, not TSDoc, and nothing is tagged @public: both go unreported. */
const settings: IConfigFile = JSON.parse(
  readFileSync(new URL("api-extractor.json", import.meta.url), "utf8"),
);

/** The API report of one entry point. @throws with the extractor's messages when it can't be made */
export function writeReport(folder: string, name: string, types: string): string {
  using temporary = temporaryFolder("api-report-");
  const reportTempFolder = join(temporary.path, "new");
  mkdirSync(reportTempFolder);
  const entry = join(folder, types);
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(folder, "package.json"),
    configObjectFullPath: undefined,
    configObject: {
      ...settings,
      projectFolder: folder,
      mainEntryPointFilePath: entry,
      compiler: { overrideTsconfig: { ...settings.compiler?.overrideTsconfig, files: [entry] } },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: `${name}.api.md`,
        reportFolder: temporary.path,
        reportTempFolder,
      },
    },
  });
  const problems: string[] = [];
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
      if (isProblem(message)) problems.push(message.formatMessageWithLocation(folder));
    },
  });
  if (problems.length > 0) throw new Error(`${name}:\n${problems.join("\n")}`);
  return readFileSync(join(reportTempFolder, `${name}.api.md`), "utf8");
}

/** The reports of the built packages, by their path from the root. */
function writeReports(): Map<string, string> {
  const reports = publishedPackages().flatMap(({ directory, manifest }) =>
    entryPoints(manifest).map(({ subpath, types }): [string, string] => {
      const name = [basename(manifest.name), ...subpath.split("/").slice(1)].join("-");
      return [`${directory}/api/${name}.api.md`, writeReport(join(root, directory), name, types)];
    }),
  );
  return new Map(reports);
}

/** Names the lines of a report that differ, and how to accept them. */
export function describeDifference(path: string, before: string, after: string): string {
  const { hunks } = structuredPatch(path, path, before, after, "", "", { context: 0 });
  const places = hunks.map(({ newStart, lines }) => [
    `${path}:${newStart}`,
    ...lines.map((line) => `  ${line[0]} ${line.slice(1)}`),
  ]);
  return [
    "The public surface changed:",
    ...places.flat(),
    "If that is meant, run: npm run check -- api --accept, look at the difference and commit it.",
  ].join("\n");
}

const options = { accept: { type: "boolean", default: false } } as const; // As parseArgs wants.

await main(import.meta, { options }, async ({ values: { accept } }) => {
  await make("build", "types", "client");
  const reports = writeReports();
  const committed = globSync("packages/*/api/*.api.md", { cwd: root });
  for (const path of new Set([...reports.keys(), ...committed])) {
    const file = join(root, path);
    const before = committed.includes(path) ? readFileSync(file, "utf8") : "";
    // An entry point that is gone has no report any more.
    const after = reports.get(path) ?? "";
    if (after === before) {
      console.log(`${path}: as committed`);
    } else if (accept) {
      mkdirSync(dirname(file), { recursive: true });
      if (after === "") rmSync(file);
      else writeFileSync(file, after);
      console.log(`${path}: ${after === "" ? "removed" : "written"}`);
    } else {
      console.error(describeDifference(path, before, after));
      process.exitCode = 1;
    }
  }
});
