/** Whether git knows this folder: a tarball of the sources has no history to compare or copy. */
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Whether git is installed and the folder is the top of a checkout, not a folder within one. */
export function isCheckout(folder = root): boolean {
  const { stdout } = spawnSync("git", ["rev-parse", "--show-toplevel"], {
    cwd: folder,
    encoding: "utf8",
  });
  const top = stdout?.trim();
  return Boolean(top) && realpathSync(top) === realpathSync(folder);
}
