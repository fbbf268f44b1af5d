/** A copy of the working tree in a folder of its own, for tests that change or commit files. */
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isCheckout } from "./checkout.ts";
import { run } from "./run.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface WorkspaceCopy extends AsyncDisposable {
  folder: string;
  /** Runs a command of the toolchain in the copy and resolves to what it printed. */
  run(command: string, ...args: string[]): Promise<string>;
}

/**
 * Copies what git tracks and what it would track, commits it, and installs the toolchain from the
 * store that the working tree was installed from.
 *
 * @throws when git is not there, or does not know the folder
 */
export async function copyWorkspace(): Promise<WorkspaceCopy> {
  if (!isCheckout()) throw new Error("This needs git, and the folder is not a git checkout.");
  const folder = mkdtempSync(join(tmpdir(), "workspace-copy-"));
  // What Node compiles goes with the copy; in the working tree's cache it would be of no use again.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "node_modules/.cache/node") };
  const runHere = (command: string, ...args: string[]) =>
    run(command, args, { cwd: folder, env, capture: true });
  const listed = await run("git", ["ls-files", "-z", "-co", "--exclude-standard"], {
    cwd: root,
    capture: true,
  });
  for (const file of listed.split("\0")) {
    // Git still lists what was deleted and not committed yet.
    if (file && existsSync(join(root, file))) cpSync(join(root, file), join(folder, file));
  }
  // What turbo has made of the same files need not be made again.
  const cache = ".turbo/cache";
  if (existsSync(join(root, cache))) {
    cpSync(join(root, cache), join(folder, cache), { recursive: true });
  }
  await runHere("git", "init", "--quiet", "--initial-branch=main");
  await commitAll(runHere, "Copy of the working tree");
  await runHere("pnpm", "install", "--frozen-lockfile", "--prefer-offline");
  return {
    folder,
    run: runHere,
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Commits every change in the folder that the given function runs commands in, none included. */
export async function commitAll(runThere: WorkspaceCopy["run"], message: string): Promise<void> {
  await runThere("git", "add", "--all");
  const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
  await runThere("git", ...author, "commit", "--quiet", "--allow-empty", "--message", message);
}
