/** What changes in the generated types, line by line, for reviewers. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { declarationsOf, type Side } from "./compare-types.ts";
import type { SideName } from "./places.ts";

/** A unified diff without its head; empty when the types are the same, can't be made, or git is missing. */
export function diffTypes(sides: Record<SideName, Side>): string {
  using folder = temporaryFolder("types-diff-");
  try {
    for (const name of ["base", "revision"] as const) {
      writeFileSync(join(folder.path, name), declarationsOf(sides[name]));
    }
  } catch {
    return ""; // The report says that types were not compared, and why.
  }
  const options = ["--no-index", "--no-color", "--no-ext-diff", "--no-prefix"];
  const { stdout } = spawnSync("git", ["diff", ...options, "base", "revision"], {
    cwd: folder.path,
    encoding: "utf8",
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  return stdout?.slice(Math.max(0, stdout.indexOf("\n@@") + 1)) ?? "";
}
