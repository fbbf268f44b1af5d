/** A folder that is removed when its block ends, and when the process ends before that. */
import { mkdtempDisposableSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onExit } from "./cleanup.ts";

export interface TemporaryFolder extends Disposable {
  path: string;
}

/**
 * Makes a folder in the machine's temporary folder.
 *
 * @example
 * using folder = temporaryFolder("bundle-");
 * writeFileSync(join(folder.path, "openapi.json"), text);
 */
export function temporaryFolder(prefix: string): TemporaryFolder {
  const { path, remove } = mkdtempDisposableSync(join(tmpdir(), prefix));
  const cancel = onExit(remove);
  return {
    path,
    [Symbol.dispose]() {
      cancel();
      remove();
    },
  };
}
