/** What each release changed, from changesets and changelogs. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readChangesets } from "@changesets/read";
import semver from "semver";

const root = new URL("../../../", import.meta.url);

export const bumps = ["major", "minor", "patch"] as const;
export type Bump = (typeof bumps)[number];

export interface Change {
  package: string;
  bump: Bump;
  text: string;
}

export interface Release {
  /** Undefined for what is not released yet. */
  version: string | undefined;
  /** Whether no release came before, candidates aside: then nothing in it breaks anybody. */
  isInitial: boolean;
  changes: Change[];
}

/**
 * What the next release will change, from the changesets, and what each earlier one changed, newest
 * first.
 *
 * @throws when a changelog has a heading that is not a version
 */
export async function readReleases(folder = root): Promise<Release[]> {
  const pending = await readPending(folder);
  const released = ["types", "client", "docs"].flatMap((name) => readChangelog(name, folder));
  const versions = [...new Set(released.map(({ version }) => version))].sort(semver.rcompare);
  const isInitial = (version?: string) =>
    !versions.some(
      (other) =>
        semver.prerelease(other) === null && (version === undefined || semver.lt(other, version)),
    );
  const changesOf = (version: string) =>
    released.filter((release) => release.version === version).flatMap(({ changes }) => changes);
  return [
    ...(pending.length > 0
      ? [{ version: undefined, isInitial: isInitial(), changes: pending }]
      : []),
    ...versions.map((version) => ({
      version,
      isInitial: isInitial(version),
      changes: changesOf(version),
    })),
  ];
}

async function readPending(root: URL): Promise<Change[]> {
  const changesets = await readChangesets(fileURLToPath(root));
  return changesets
    .filter(({ id }) => !id.startsWith("pre/")) // A prerelease has used it up.
    .sort((one, other) => one.id.localeCompare(other.id))
    .flatMap(({ releases, summary }) =>
      releases.flatMap(({ name, type }) =>
        type === "none" ? [] : [{ package: name, bump: type, text: summary }],
      ),
    );
}

/** A CHANGELOG.md as changesets writes it: a version, kinds of changes, a list of changes. */
function readChangelog(name: string, root: URL): { version: string; changes: Change[] }[] {
  const file = new URL(`packages/${name}/CHANGELOG.md`, root);
  if (!existsSync(file)) return [];
  const [, ...versions] = readFileSync(file, "utf8").split(/^## /m);
  return versions.map((section) => {
    const [, ...kinds] = section.split(/^### /m);
    return {
      version: section.slice(0, section.search(/\s|$/)),
      changes: kinds.flatMap((kind) => {
        const bump = bumps.find((bump) => kind.toLowerCase().startsWith(bump)) ?? "patch";
        const entries = kind.slice(kind.indexOf("\n")).split(/^- /m).slice(1);
        return entries.map((text) => ({
          package: `@partner-center/${name}`,
          bump,
          text: text.trim(),
        }));
      }),
    };
  });
}
