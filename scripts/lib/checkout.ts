/** Whether git knows this folder: a tarball of the sources has no history to compare or copy. */
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Whether git is installed, and the folder the top of a checkout: not one below a foreign one. */
export function isCheckout(folder = root): boolean {
  const { stdout } = spawnSync("git", ["rev-parse", "--show-toplevel"], {
    cwd: folder,
    encoding: "utf8",
  });
  const top = stdout?.trim();
  return Boolean(top) && realpathSync(top) === realpathSync(folder);
}
