/** What changes in the generated types, line by line, for reviewers. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { declarationsOf, type Side } from "./compare-types.ts";
import type { SideName } from "./places.ts";

/** A unified diff without its head; empty when the types are the same, can't be made, or git is missing. */
export async function diffTypes(sides: Record<SideName, Side>) {
  using folder = temporaryFolder("types-diff-");
  for (const name of ["base", "revision"] as const) {
    const types = await declarationsOf(sides[name]).catch(() => undefined);
    if (types === undefined) return ""; // The report says that types were not compared, and why.
    writeFileSync(join(folder.path, name), types);
  }
  const options = ["--no-index", "--no-color", "--no-ext-diff", "--no-prefix"];
  const { stdout } = spawnSync("git", ["diff", ...options, "base", "revision"], {
    cwd: folder.path,
    encoding: "utf8",
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  return stdout?.slice(Math.max(0, stdout.indexOf("\n@@") + 1)) ?? "";
}
