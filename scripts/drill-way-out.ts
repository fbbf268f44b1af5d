/**
 * Shows that openapi-typescript and openapi-fetch, which get no more updates, can be replaced: in a
 * copy of the repository it takes both away, puts another generator and plain code behind the same
 * two seams, runs the same tests of types and client, and compares what the packages export.
 *
 * Usage: npm run drill:way-out        (prints what would change for consumers; exits 1 if anything)
 */

import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import { readArguments } from "./arguments.ts";
import { compareExports } from "./compare-exports.ts";
import type { Manifest } from "./pack-packages.ts";
import { listFiles } from "./package-rules.ts";
import { exitOnSignals } from "./run.ts";
import { copyWorkspace, type WorkspaceCopy } from "./test/workspace-copy.ts";

/** The files that know the two libraries, and what takes their place. */
const seams = {
  "scripts/declare-contract.ts": "scripts/way-out/declare-contract.ts",
  "packages/client/src/openapi.ts": "scripts/way-out/openapi.ts",
};

/** Replaces what stands behind the seams. The interface of openapi.ts stays as it is. */
function takeTheWayOut({ folder }: WorkspaceCopy): void {
  for (const [seam, replacement] of Object.entries(seams)) {
    const text = readFileSync(join(folder, replacement), "utf8");
    const own = readFileSync(join(folder, seam), "utf8");
    writeFileSync(join(folder, seam), moveIn(text, own));
  }
  rmSync(join(folder, "node_modules/openapi-typescript"), { recursive: true });
  // Tests of recipes go on using it, as consumers may: it is no dependency, but still there.
  const path = join(folder, "packages/client/package.json");
  const manifest: Manifest = JSON.parse(readFileSync(path, "utf8"));
  const { "openapi-fetch": version = "", ...dependencies } = manifest.dependencies ?? {};
  const devDependencies = { ...manifest.devDependencies, "openapi-fetch": version };
  writeFileSync(path, JSON.stringify({ ...manifest, dependencies, devDependencies }));
  rmSync(join(folder, "scripts/way-out"), { recursive: true });
}

/**
 * A replacement as it reads in the place of a seam: imports lead elsewhere, and the interface that
 * it imports from the seam is the seam's own, with the types that it names.
 */
function moveIn(replacement: string, own: string): string {
  const declared = /\/\*\* Each operation[\s\S]*?\n}\n/.exec(own)?.[0] ?? "";
  const imports = [...own.matchAll(/import type \{ (.*) \} (from .*\n)/g)].flatMap(
    ([, names = "", from]) => {
      const used = names.split(", ").filter((name) => declared.includes(name));
      return used.length > 0 ? [`import type { ${used.join(", ")} } ${from}`] : [];
    },
  );
  return replacement
    .replace(/import type \{ Operations \}.*\n/, () => [...imports, "\n", declared].join(""))
    .replaceAll('from "../', 'from "./');
}

async function main(): Promise<void> {
  await using copy = await copyWorkspace();
  const step = async (name: string, command: () => Promise<unknown>) => {
    const begin = performance.now();
    await command();
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${styleText("green", "✓")} ${name} ${styleText("dim", `${seconds} s`)}`);
  };
  const build = ["turbo", "run", "build", "--filter=@partner-center/client", "--output-logs=errors-only"] as const; // biome-ignore format: a command
  await step("built as it is", () => copy.run(...build));
  const before = join(copy.folder, "packages/types/before");
  cpSync(join(copy.folder, "packages/types/dist"), before, { recursive: true });
  const reportSurface = () => copy.run("node", "scripts/check-api.ts", "--accept");
  await reportSurface();
  await copy.run("git", "add", "packages/client/api");
  takeTheWayOut(copy);
  await step("built without openapi-typescript and openapi-fetch", () => copy.run(...build));
  await step("no trace of openapi-fetch in the client", async () => {
    const dist = join(copy.folder, "packages/client/dist");
    const traces = listFiles(dist).filter(
      (file) => file.endsWith(".js") && /from ["']openapi-fetch/.test(readFileSync(join(dist, file), "utf8")), // biome-ignore format: one condition
    );
    if (traces.length > 0) throw new Error(`openapi-fetch is imported by ${traces.join(", ")}`);
  });
  await step("the same tests of types and client pass", () =>
    copy.run("vitest", "run", "--testTimeout=60000", "packages/types", "packages/client"),
  );
  await step("the same hovers are shown", () => copy.run("node", "scripts/check-hovers.ts"));

  // The client's declarations have to be the same texts; of the types, which another tool wrote, the
  // checker says whether they are the same types.
  const after = join(copy.folder, "packages/types/dist/index.d.ts");
  const changes = compareExports(join(before, "index.d.ts"), after);
  await reportSurface();
  const reports = await copy.run("git", "diff", "--stat", "--", "packages/client/api");
  if (reports) changes.push(`the public surface of the client:\n${reports}`);
  for (const change of changes) console.log(change);
  console.log(`way out: ${changes.length === 0 ? "nothing changes for consumers" : `${changes.length} changes for consumers`}`); // biome-ignore format: one line
  if (changes.length > 0) process.exitCode = 1;
}

readArguments();
exitOnSignals();
try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
