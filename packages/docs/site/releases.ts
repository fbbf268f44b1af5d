/** Changelog, upgrade guide and earlier releases, out of what changesets writes and the release places. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import semver from "semver";
import { heading } from "../reference/parts.ts";
import { type Html, html } from "./html.ts";
import { type InterfaceTexts, textsIn } from "./interface-texts.ts";
import type { Language } from "./languages.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Page } from "./page.ts";

const root = new URL("../../../", import.meta.url);
/** Filled by the release before it builds: one folder a version, each a built site. */
export const releasesFolder = new URL("../releases/", import.meta.url);

const bumps = ["major", "minor", "patch"] as const;
type Bump = (typeof bumps)[number];

interface Change {
  package: string;
  bump: Bump;
  text: string;
}

export interface Release {
  /** Undefined for what is not released yet. */
  version: string | undefined;
  changes: Change[];
}

/**
 * What the next release will bring, from the changesets, and what each earlier one brought, newest
 * first.
 *
 * @throws when a changelog has a heading that is not a version
 */
export function readReleases(folder = root): Release[] {
  const pending = readChangesets(folder);
  const released = ["types", "client", "docs"].flatMap((name) => readChangelog(name, folder));
  const versions = [...new Set(released.map(({ version }) => version))].sort(semver.rcompare);
  return [
    ...(pending.length > 0 ? [{ version: undefined, changes: pending }] : []),
    ...versions.map((version) => ({
      version,
      changes: released
        .filter((release) => release.version === version)
        .flatMap(({ changes }) => changes),
    })),
  ];
}

function readChangesets(root: URL): Change[] {
  const folder = new URL(".changeset/", root);
  const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
  return files.sort().flatMap((file) => {
    const [, head = "", text = ""] =
      /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(new URL(file, folder), "utf8")) ?? [];
    return [...head.matchAll(/^["']?(.+?)["']?: (major|minor|patch)$/gm)].map(
      ([, name = "", bump]) => ({
        package: name,
        bump: bump as Bump,
        text: text.trim(),
      }),
    );
  });
}

/** A CHANGELOG.md as changesets writes it: a version, kinds of changes, a list of changes. */
function readChangelog(name: string, root: URL): (Release & { version: string })[] {
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

/** The given page with everything that changed. */
export function changelogPage(page: Page, releases: readonly Release[]): Page {
  const texts = textsIn(page.language);
  return {
    ...page,
    body: html`${page.body}${releases.map((release) => releasePart(release, texts, bumps, page.language))}
${releases.length === 0 && html`<p>${texts.noRelease}</p>`}`,
  };
}

/** The given page with what an upgrade must know: what breaks and what is new. */
export function upgradePage(page: Page, releases: readonly Release[]): Page {
  const texts = textsIn(page.language);
  const notable = releases.filter(({ changes }) => changes.some(({ bump }) => bump !== "patch"));
  return {
    ...page,
    body: html`${page.body}${notable.map((release) => releasePart(release, texts, ["major", "minor"], page.language))}`,
  };
}

function releasePart(
  { version, changes }: Release,
  texts: InterfaceTexts,
  shown: readonly Bump[],
  language: Language,
): Html {
  const english = language === "en" ? "" : html` lang="en"`;
  return html`${heading(2, version ? `v${version}` : "next", version ?? texts.pending)}
${shown.map((bump) => {
  const these = changes.filter((change) => change.bump === bump);
  return (
    these.length > 0 &&
    html`<p class="label">${texts.bump[bump]}</p><ul>${these.map((change) => html`<li><code>${change.package}</code><div${english}>${renderMarkdown(change.text)}</div></li>`)}</ul>`
  );
})}`;
}

/** The versions whose sites stand in releases/, newest first. */
export function earlierVersions(folder = releasesFolder): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort(semver.rcompare);
}

/** The given page with links to earlier releases. */
export function versionsPage(page: Page, versions: readonly string[]): Page {
  const list = versions.map(
    (version) => html`<li><a href="site:v/${version}/">${version}</a></li>`,
  );
  return {
    ...page,
    body: html`${page.body}${list.length > 0 ? html`<ul>${list}</ul>` : html`<p>${textsIn(page.language).noEarlier}</p>`}`,
  };
}
