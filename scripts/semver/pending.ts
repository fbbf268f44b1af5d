/** The changesets that wait for the next release, and the one that this gate writes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { readChangesets } from "@changesets/read";
import { type Bump, type Bumps, bumps, highest, isHigher, packages } from "./policy.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scope = "@partner-center/";

export type Changeset = Awaited<ReturnType<typeof readChangesets>>[number];

/**
 * What the pending changesets will make of each package's version.
 *
 * @param without those that count for nothing, unless they were edited since
 */
export async function readPending({ folder = root, without = [] as Changeset[] } = {}) {
  const config: { fixed: string[][] } = JSON.parse(
    readFileSync(join(folder, ".changeset", "config.json"), "utf8"),
  );
  const releases = (await readChangesets(folder))
    .filter((changeset) => !without.some((earlier) => isDeepStrictEqual(earlier, changeset)))
    .flatMap((changeset) => changeset.releases);
  const asked = (names: string[]): Bump =>
    highest(releases.filter(({ name }) => names.includes(name)).map(({ type }) => type));
  return byPackage((name) => {
    const full = `${scope}${name}`;
    return asked(config.fixed.find((group) => group.includes(full)) ?? [full]);
  });
}

export function byPackage(bumpOf: (name: keyof Bumps) => Bump): Bumps {
  return { types: bumpOf("types"), client: bumpOf("client"), docs: bumpOf("docs") };
}

/** What is missing: the needed bump of each package whose pending one is lower. */
export function missing(needed: Bumps, pending: Bumps): Partial<Bumps> {
  return Object.fromEntries(
    packages
      .filter((name) => isHigher(needed[name], pending[name]))
      .map((name) => [name, needed[name]]),
  );
}

/** The arguments of `changeset add` that ask for these versions. */
export function changesetArguments(wanted: Partial<Bumps>): string[] {
  return [...bumps].reverse().flatMap((bump) => {
    const names = packages.filter((name) => wanted[name] === bump && bump !== "none");
    return names.length > 0 ? [`--${bump}`, names.map((name) => scope + name).join(",")] : [];
  });
}

/**
 * Writes a changeset, over the one that it wrote before.
 *
 * @param kept those that stay as they are: they tell of other changes
 * @returns its path, relative to the repository's root
 */
export function writeChangeset(
  wanted: Partial<Bumps>,
  summary: string,
  kept: Changeset[] = [],
): string {
  const names = kept.map(({ id }) => id);
  let name = "contract";
  for (let count = 2; names.includes(name); count++) name = `contract-${count}`;
  const path = join(".changeset", `${name}.md`);
  const releases = packages.flatMap((name) =>
    wanted[name] ? [`"${scope}${name}": ${wanted[name]}`] : [],
  );
  writeFileSync(join(root, path), `---\n${releases.join("\n")}\n---\n\n${summary}\n`);
  return path;
}
