/** The changesets that wait for the next release, and the one that the gate writes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { readChangesets } from "@changesets/read";
import { publishedPackages } from "@partner-center/lib/packages";
import semver from "semver";
import { type Bumps, bumps, byPackage, highest, isHigher, packages } from "./policy.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const scope = "@partner-center/";

export type Changeset = Awaited<ReturnType<typeof readChangesets>>[number];

/**
 * What the pending changesets ask for, without those that are given and were not edited since. Those
 * that a prerelease has used up count only since the release before it.
 *
 * @param base the version since which they count
 */
export async function readPending(
  ignored: Changeset[] = [],
  base = "0.0.0",
  folder = root,
): Promise<Bumps> {
  const config: { fixed: string[][] } = JSON.parse(
    readFileSync(join(folder, ".changeset/config.json"), "utf8"),
  );
  // changesets keeps them in .changeset/pre/ for the changelog of the release that ends the mode.
  const isUsedUp = ({ id }: Changeset) => id.startsWith("pre/") && semver.prerelease(base) !== null;
  const releases = (await readChangesets(folder))
    .filter((changeset) => !isUsedUp(changeset))
    .filter((changeset) => !ignored.some((earlier) => isDeepStrictEqual(earlier, changeset)))
    .flatMap((changeset) => changeset.releases);
  return byPackage((name) => {
    const group = config.fixed.find((names) => names.includes(scope + name)) ?? [scope + name];
    return highest(releases.filter((one) => group.includes(one.name)).map(({ type }) => type));
  });
}

/** A package that a changeset names and nobody publishes, and where it does. */
export interface Stranger {
  name: string;
  /** Relative to the repository's root. */
  file: string;
  line: number;
}

/** What would stop the next version step: changesets for packages that are not published here. */
export async function findStrangers(folder = root): Promise<Stranger[]> {
  const published = publishedPackages(folder).map(({ manifest }) => manifest.name);
  const strangers = (await readChangesets(folder)).flatMap(({ id, releases }) => {
    const file = `.changeset/${id}.md`;
    const lines = readFileSync(join(folder, file), "utf8").split("\n");
    const names = releases.map(({ name }) => name).filter((name) => !published.includes(name));
    return names.map((name) => {
      const line = lines.findIndex((text) => text.includes(name)) + 1;
      return { name, file, line };
    });
  });
  return strangers.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The needed bump of each package whose pending one is lower. */
export function missing(needed: Bumps, pending: Bumps): Partial<Bumps> {
  const lacking = packages.filter((name) => isHigher(needed[name], pending[name]));
  return Object.fromEntries(lacking.map((name) => [name, needed[name]]));
}

/** The arguments of `changeset add` that ask for these bumps. */
export function changesetArguments(wanted: Partial<Bumps>): string[] {
  return [...bumps].reverse().flatMap((bump) => {
    const names = packages.filter((name) => wanted[name] === bump);
    return names.length > 0 ? [`--${bump}`, names.map((name) => scope + name).join(",")] : [];
  });
}

/**
 * Writes a changeset, and replaces the one that it wrote before.
 *
 * @param kept those to leave alone: they are about other changes
 * @returns its path, relative to the repository's root
 */
export function writeChangeset(wanted: Partial<Bumps>, summary: string, kept: Changeset[]): string {
  const ids = kept.map(({ id }) => id);
  let id = "contract";
  for (let count = 2; ids.includes(id); count++) id = `contract-${count}`;
  const path = `.changeset/${id}.md`;
  const lines = Object.entries(wanted).map(([name, bump]) => `"${scope}${name}": ${bump}`);
  writeFileSync(join(root, path), `---\n${lines.join("\n")}\n---\n\n${summary}\n`);
  return path;
}
