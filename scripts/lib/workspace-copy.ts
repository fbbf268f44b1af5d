/** A copy of the working tree in a folder of its own, for tests that change or commit files. */
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { isCheckout } from "./checkout.ts";
import { run } from "./run.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = join(import.meta.dirname, "../..");

export interface WorkspaceCopy extends AsyncDisposable {
  folder: string;
  /** Runs a command of the toolchain in the copy and resolves to what it printed. */
  run(command: string, ...args: string[]): Promise<string>;
}

/**
 * Copies what git tracks and what it would track, commits it, and installs the toolchain from the
 * store that the working tree was installed from.
 *
 * @param environment for the commands that are run in the copy later
 * @throws when git is not installed, or the working tree is not a checkout
 */
export async function copyWorkspace(environment = process.env): Promise<WorkspaceCopy> {
  if (!isCheckout()) throw new Error("This needs git, and the folder is not a git checkout.");
  using resources = new DisposableStack();
  const folder = resources.use(temporaryFolder("workspace-copy-")).path;
  const runWith =
    (env: NodeJS.ProcessEnv): WorkspaceCopy["run"] =>
    (command, ...args) =>
      run(command, args, { cwd: folder, env, capture: true });
  const runHere = runWith(process.env);
  for (const file of await listSources()) cpSync(join(root, file), join(folder, file));
  // What turbo has made of the same files need not be made again.
  const cache = ".turbo/cache";
  if (existsSync(join(root, cache))) {
    cpSync(join(root, cache), join(folder, cache), { recursive: true });
  }
  await runHere("git", "init", "--quiet", "--initial-branch=main");
  await runHere("git", "config", "user.name", "Test");
  await runHere("git", "config", "user.email", "test@example.com");
  await commitAll(runHere, "Copy of the working tree");
  await runHere("pnpm", "install", "--frozen-lockfile", "--prefer-offline");
  const all = resources.move();
  // Node's compile cache of the copy goes with it; in the working tree it would never be used again.
  const NODE_COMPILE_CACHE = join(folder, "node_modules/.cache/node");
  // The copy is where a command was called, as npm tells it.
  const runLater = runWith({ ...environment, NODE_COMPILE_CACHE, INIT_CWD: folder });
  return { folder, run: runLater, [Symbol.asyncDispose]: async () => all.dispose() };
}

/** The files of the working tree that git tracks or would track, relative to the root. */
export async function listSources(): Promise<string[]> {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = await run("git", list, { capture: true });
  // Git still lists what was deleted and not committed yet.
  return listed.split("\0").filter((file) => file && existsSync(join(root, file)));
}

/** Commits every change in the folder that the given function runs commands in, also when there is none. */
export async function commitAll(runThere: WorkspaceCopy["run"], message: string): Promise<void> {
  await runThere("git", "add", "--all");
  await runThere("git", "commit", "--quiet", "--allow-empty", "--message", message);
}
