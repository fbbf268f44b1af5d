/** Changelog and upgrade guide: a guide with what was released. */
import { groupBy } from "../page/group-by.ts";
import { type Html, html } from "../page/html.ts";
import { textsIn } from "../page/interface-texts.ts";
import type { Language } from "../page/languages.ts";
import { renderMarkdown } from "../page/markdown.ts";
import { append, type Page, type Section, section } from "../page/page.ts";
import { type Bump, bumps, type Change, type Release } from "./releases.ts";

/** The given page with everything that changed. */
export function changelogPage(page: Page, releases: readonly Release[]): Page {
  if (releases.length === 0) return append(page, html`<p>${textsIn(page.language).noRelease}</p>`);
  return addReleases(page, releases, bumps);
}

/** The given page with what matters for an upgrade: what breaks and what is new. */
export function upgradePage(page: Page, releases: readonly Release[]): Page {
  const notable = releases.filter(({ changes }) => changes.some(({ bump }) => bump !== "patch"));
  return addReleases(page, notable, ["major", "minor"]);
}

function addReleases(page: Page, releases: readonly Release[], shown: readonly Bump[]): Page {
  const added = releases.map((release) => releaseSection(release, shown, page.language));
  return { ...page, sections: [...page.sections, ...added] };
}

function releaseSection(
  { version, isInitial, changes }: Release,
  shown: readonly Bump[],
  language: Language,
): Section {
  const texts = textsIn(language);
  const parts = shown.map((bump) =>
    listChanges(
      texts.bump[bump],
      changes.filter((change) => change.bump === bump),
      language,
    ),
  );
  const sorted = bumps.flatMap((bump) => changes.filter((change) => change.bump === bump));
  const body = isInitial ? listChanges(texts.initialRelease, sorted, language) : html`${parts}`;
  return section(2, version ? `v${version}` : "next", version ?? texts.pending, html`${body}`);
}

/** The changes of each package, under its name. */
function listChanges(
  label: string,
  changes: readonly Change[],
  language: Language,
): Html | undefined {
  if (changes.length === 0) return undefined;
  const english = language === "en" ? "" : html` lang="en"`;
  const items = [...groupBy(changes, (change) => change.package)].map(([name, own]) => {
    const texts = own.map(({ text }) => html`<li${english}>${renderMarkdown(text)}</li>`);
    return html`<li><code>${name}</code><ul>${texts}</ul></li>`;
  });
  return html`<p class="label">${label}</p><ul>${items}</ul>`;
}
