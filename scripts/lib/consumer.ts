/** A clean project outside the workspace that installs the packed packages from a local registry. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packPackages, publishedPackages } from "./packages.ts";
import { type LocalRegistry, startRegistry } from "./registry.ts";
import { make, run } from "./run.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface PublishedPackages extends AsyncDisposable {
  registry: LocalRegistry;
  /** Version of each package, by its name. */
  versions: Record<string, string>;
}

/** Builds, packs and publishes what can be imported, to a registry that lives until it is disposed of. */
export async function publishLocally(): Promise<PublishedPackages> {
  const libraries = publishedPackages().filter(({ manifest }) => manifest.exports);
  await make("build", "types", "client");
  await using resources = new AsyncDisposableStack();
  using folder = temporaryFolder("publish-");
  const registry = resources.use(await startRegistry());
  writeFileSync(join(folder.path, ".npmrc"), registry.npmrc);
  const packages = await packPackages(folder.path, { packages: libraries });
  for (const { tarball } of packages) {
    // npm, since pnpm would not take the registry from this folder.
    await run("npm", ["publish", tarball, "--tag=latest"], { cwd: folder.path, capture: true });
  }
  const versions = Object.fromEntries(packages.map(({ name, version }) => [name, version]));
  const all = resources.move();
  return { registry, versions, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

export interface Project extends Disposable {
  folder: string;
  /** Runs a command in the project and resolves to what it printed. */
  run(command: string, ...args: string[]): Promise<string>;
}

/** Makes a project as {@link createProject} does, with our own packages from the local registry. */
export function createConsumer(
  { registry }: { registry: Pick<LocalRegistry, "npmrc" | "cache"> },
  dependencies: Record<string, string>,
  files: Record<string, string> = {},
): Promise<Project> {
  return createProject(dependencies, { ".npmrc": registry.npmrc, ...files }, registry.cache);
}

/**
 * Makes a project in a temporary folder, and installs its dependencies.
 *
 * @param dependencies versions by name, unless the files have a package.json
 * @param files contents by path
 * @param cache pnpm's `cacheDir`, the user's by default
 */
export async function createProject(
  dependencies: Record<string, string>,
  files: Record<string, string> = {},
  cache?: string,
): Promise<Project> {
  using resources = new DisposableStack();
  const folder = resources.use(temporaryFolder("consumer-")).path;
  const env = { ...process.env, ...(cache && { pnpm_config_cache_dir: cache }) };
  const runHere = (command: string, ...args: string[]) =>
    run(command, args, { cwd: folder, capture: true, env });
  const all = {
    "package.json": JSON.stringify({ private: true, type: "module", dependencies }),
    // Our packages were published a moment ago, and no script has to run.
    "pnpm-workspace.yaml": "minimumReleaseAge: 0\nstrictDepBuilds: false\n",
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  await runHere("pnpm", "install", "--prefer-offline");
  const owned = resources.move();
  return { folder, run: runHere, [Symbol.dispose]: () => owned.dispose() };
}
