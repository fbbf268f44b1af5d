/** A clean project outside the workspace that installs the packed packages from a local registry. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packPackages, publishedPackages } from "./packages.ts";
import { type LocalRegistry, startRegistry } from "./registry.ts";
import { make, run } from "./run.ts";

export interface PublishedPackages extends AsyncDisposable {
  registry: LocalRegistry;
  /** Version of each package, by its name. */
  versions: Record<string, string>;
}

/** Builds, packs and publishes what can be imported, to a registry that lives until it is disposed of. */
export async function publishLocally(): Promise<PublishedPackages> {
  const libraries = publishedPackages().filter(({ manifest }) => manifest.exports);
  await make("build", "types", "client");
  const folder = mkdtempSync(join(tmpdir(), "publish-"));
  const registry = await startRegistry();
  const stop = async () => {
    await registry.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    writeFileSync(join(folder, ".npmrc"), registry.npmrc);
    const packages = await packPackages(folder, { packages: libraries });
    for (const { tarball } of packages) {
      // npm and not pnpm, which would take the registry from elsewhere than from this folder.
      await run("npm", ["publish", tarball, "--tag=latest"], { cwd: folder, capture: true });
    }
    const versions = Object.fromEntries(packages.map(({ name, version }) => [name, version]));
    return { registry, versions, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export interface Project extends Disposable {
  folder: string;
  /** Runs a command in the project and resolves to what it printed. */
  run(command: string, ...args: string[]): Promise<string>;
}

/** `type` of a package.json: what the project's `.js` files are. */
export type ProjectType = "module" | "commonjs";

/** A project that has our packages. */
export type Consumer = Project;

/**
 * Makes a project with the given files and installs what its dependencies name, our own packages
 * from the local registry.
 *
 * @param dependencies versions by name
 * @param files texts by path
 */
export function createConsumer(
  { registry }: PublishedPackages,
  dependencies: Record<string, string>,
  files: Record<string, string>,
  type?: ProjectType,
): Promise<Consumer> {
  return createProject(dependencies, { ".npmrc": registry.npmrc, ...files }, type);
}

/** Makes a project of its own in a temporary folder, and installs what its dependencies name. */
export async function createProject(
  dependencies: Record<string, string>,
  files: Record<string, string>,
  type: ProjectType = "module",
): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), "consumer-"));
  const project: Project = {
    folder,
    run: (command, ...args) => run(command, args, { cwd: folder, capture: true }),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
  try {
    const manifest = { name: "consumer", private: true, type, dependencies };
    const all = {
      "package.json": JSON.stringify(manifest),
      // What was published a moment ago is wanted all the same; no script has to run.
      "pnpm-workspace.yaml": "minimumReleaseAge: 0\nstrictDepBuilds: false\n",
      ...files,
    };
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    await project.run("pnpm", "install", "--prefer-offline");
    return project;
  } catch (error) {
    project[Symbol.dispose]();
    throw error;
  }
}
