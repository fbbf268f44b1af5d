/** Packs the published packages into tarballs, as they go to the registry. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.ts";

const root = join(import.meta.dirname, "../..");

/** The files of one entry in one module format. */
interface ModuleTarget {
  types: string;
  default: string;
}

/** The properties of a package.json that the checks read. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  license?: string;
  sideEffects?: boolean;
  engines?: { node?: string };
  keywords?: string[];
  homepage?: string;
  bugs?: string;
  repository?: { type: string; url: string; directory: string };
  publishConfig?: { registry?: string };
  /** What can be imported: code has a target for each module format, other files are one path. */
  exports?: Record<string, string | { import: ModuleTarget; require: ModuleTarget }>;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface Tarball {
  /** The name of the package. */
  name: string;
  /** Path of the `.tgz`. */
  tarball: string;
}

export interface PackedPackage extends Tarball {
  version: string;
  /** Its folder in the repository, such as `packages/types`. */
  directory: string;
}

/** The published packages of a checkout: those below `packages/` that are not private. */
export function publishedPackages(checkout = root): { directory: string; manifest: Manifest }[] {
  return readdirSync(join(checkout, "packages"))
    .map((name) => `packages/${name}`)
    .map((directory) => ({ directory, manifest: readManifest(join(checkout, directory)) }))
    .filter(({ manifest }) => !manifest.private);
}

/** An entry that holds code. */
export interface EntryPoint {
  /** Such as `.` or `./testing`. */
  subpath: string;
  /** Its declarations, from the package's folder; those of CommonJS are copies. */
  types: string;
  /** Its file for `require`. */
  commonJs: string;
}

/** The entries of a package that hold code, as its manifest lists them. */
export function entryPoints({ exports = {} }: Manifest): EntryPoint[] {
  return Object.entries(exports).flatMap(([subpath, target]) =>
    typeof target === "string"
      ? []
      : [{ subpath, types: target.import.types, commonJs: target.require.default }],
  );
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/**
 * Packs what was built, by default every published package of this checkout.
 *
 * @throws with pnpm's message when a package can't be packed
 */
export async function packPackages(
  destination: string,
  { checkout = root, packages = publishedPackages(checkout) } = {},
): Promise<PackedPackage[]> {
  mkdirSync(destination, { recursive: true });
  return Promise.all(
    packages.map(async ({ directory, manifest: { name, version } }) => {
      const folder = join(checkout, directory);
      await run("pnpm", ["pack", "--pack-destination", destination], {
        cwd: folder,
        capture: true,
      });
      const file = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
      return { name, version, directory, tarball: join(destination, file) };
    }),
  );
}

/** Unpacks tarballs into a folder of modules, beside each other, as an installation would. */
export async function unpackPackages(packed: Tarball[], modules: string): Promise<void> {
  for (const { name, tarball } of packed) {
    mkdirSync(join(modules, name), { recursive: true });
    const into = ["-C", join(modules, name), "--strip-components=1"];
    await run("tar", ["-xzf", tarball, ...into], { capture: true });
  }
}

/** SHA-256 of a file, in lower-case hex. */
export function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
