/** The releases of this site, as the registry has them. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { RunError, run } from "@partner-center/lib/run";
import semver from "semver";

export interface Releases {
  /** Every release but candidates and snapshots, newest first. */
  versions: string[];
  /** The last release: what an installation gets. Undefined until there is one. */
  last: string | undefined;
  /** When each was published, such as 2026-11-22, where the registry says it. */
  days: Readonly<Record<string, string>>;
}

export interface Source {
  /** The name of the package. */
  name: string;
  /** The registry's address; that of npm's settings when undefined. */
  registry: string | undefined;
}

/** What npm prints of a package. */
interface Metadata {
  versions?: string | string[];
  "dist-tags"?: { latest?: string };
  time?: Record<string, string>;
}

const optionsFor = ({ registry }: Source) => (registry ? [`--registry=${registry}`] : []);

/**
 * Asks the registry. Only its 404 means that nothing is released.
 *
 * @throws when it responds with another error, or not at all: an earlier release must not vanish then
 */
export async function readReleases(source: Source): Promise<Releases> {
  const view = [
    "view",
    source.name,
    "versions",
    "dist-tags",
    "time",
    "--json",
    ...optionsFor(source),
  ];
  const printed = await run("npm", view, { capture: true }).catch((cause) => {
    if (cause instanceof RunError && /"code": *"E404"/.test(cause.message)) return "{}";
    throw new Error(`The registry does not tell the releases of ${source.name}`, { cause });
  });
  const metadata: Metadata = JSON.parse(
    // Warnings of npm come before.
    printed.slice(printed.indexOf("{")),
  );
  const isRelease = (version: string) => semver.prerelease(version) === null;
  // npm prints a single version without a list.
  const versions = [metadata.versions ?? []].flat().filter(isRelease).sort(semver.rcompare);
  const { time = {} } = metadata;
  const days = Object.fromEntries(
    versions.flatMap((version) => {
      const [day] = time[version]?.split("T") ?? [];
      return day ? [[version, day]] : [];
    }),
  );
  return {
    versions,
    days,
    last: versions.find((version) => version === metadata["dist-tags"]?.latest),
  };
}

/**
 * Fetches the site of each version into a folder of its name.
 *
 * @throws when one can't be had, or holds something else
 */
export async function fetchSites(
  versions: readonly string[],
  folder: string,
  source: Source,
): Promise<void> {
  if (versions.length === 0) return;
  const { name } = source;
  const specs = versions.map((version) => `${name}@${version}`);
  const pack = ["pack", ...specs, `--pack-destination=${folder}`, ...optionsFor(source)];
  await run("npm", pack, { capture: true });
  for (const version of versions) {
    const tarball = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
    const site = join(folder, version);
    mkdirSync(site);
    const into = ["-C", site, "--strip-components=2", "package/dist"];
    await run("tar", ["-xzf", join(folder, tarball), ...into], { capture: true });
    if (!existsSync(join(site, "index.html"))) throw new Error(`${name}@${version} has no site`);
  }
}
