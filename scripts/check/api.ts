/**
 * Compares the public surface of the built packages with the API reports that are committed beside
 * them, so that it never changes unseen.
 *
 * Usage: npm run check -- api                 compares; exits 1 on a difference
 *        npm run check -- api --accept     writes what the packages have now, to be reviewed and committed
 */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"; // biome-ignore format: one line
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { readArguments } from "@partner-center/lib/main";
import { entryPoints, type Manifest, publishedPackages } from "@partner-center/lib/packages";
import { make } from "@partner-center/lib/run";
import { structuredPatch } from "diff";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The report of each entry point: its name, and the declarations that it is made from. */
function reportsOf(manifest: Manifest): [report: string, types: string][] {
  return entryPoints(manifest).map(({ subpath, types }) => [
    [basename(manifest.name), ...subpath.split("/").slice(1)].join("-"),
    types,
  ]);
}

/** The API report of one entry point. @throws with the extractor's words when it can't be made */
export function writeReport(folder: string, report: string, types: string): string {
  const temporary = mkdtempSync(join(tmpdir(), "api-report-"));
  try {
    const config = ExtractorConfig.prepare({
      packageJsonFullPath: join(folder, "package.json"),
      configObjectFullPath: undefined,
      configObject: {
        projectFolder: folder,
        mainEntryPointFilePath: join(folder, types),
        compiler: {
          overrideTsconfig: {
            compilerOptions: {
              strict: true,
              target: "ES2022",
              module: "NodeNext",
              exactOptionalPropertyTypes: true,
              types: [],
              skipLibCheck: true,
            },
            files: [join(folder, types)],
          },
        },
        apiReport: {
          enabled: true,
          reportFileName: `${report}.api.md`,
          reportFolder: temporary,
          reportTempFolder: join(temporary, "new"),
          includeForgottenExports: true,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        newlineKind: "lf",
        messages: {
          compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
          // Our docs are JSDoc of editors, not TSDoc, and nothing here is tagged @public.
          extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
          tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        },
      },
    });
    mkdirSync(join(temporary, "new"), { recursive: true });
    const problems: string[] = [];
    Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        message.handled = true;
        if (message.logLevel === ExtractorLogLevel.Error) problems.push(message.text);
      },
    });
    if (problems.length > 0) throw new Error(`${report}: ${problems.join("\n")}`);
    return readFileSync(join(temporary, "new", `${report}.api.md`), "utf8");
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Says which lines of a report differ, and how to accept the difference. */
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

if (import.meta.main) {
  const { values } = readArguments({ options: { accept: { type: "boolean", default: false } } });
  await make("build", "types", "client");
  for (const { directory, manifest } of publishedPackages()) {
    const folder = join(root, directory);
    const reports = reportsOf(manifest);
    for (const [report, types] of reports) {
      const path = join(folder, "api", `${report}.api.md`);
      const before = existsSync(path) ? readFileSync(path, "utf8") : "";
      const after = writeReport(folder, report, types);
      if (after === before) {
        console.log(`${directory}/api/${report}.api.md: as committed`);
      } else if (values.accept) {
        mkdirSync(join(folder, "api"), { recursive: true });
        writeFileSync(path, after);
        console.log(`${directory}/api/${report}.api.md: written`);
      } else {
        console.error(describeDifference(`${directory}/api/${report}.api.md`, before, after));
        process.exitCode = 1;
      }
    }
    const wanted = reports.map(([report]) => `${report}.api.md`);
    const kept = existsSync(join(folder, "api")) ? readdirSync(join(folder, "api")) : [];
    for (const file of kept.filter((name) => !wanted.includes(name))) {
      if (values.accept) rmSync(join(folder, "api", file));
      else {
        console.error(
          `${directory}/api/${file} has no entry point; run: npm run check -- api --accept`,
        );
        process.exitCode = 1;
      }
    }
  }
}
