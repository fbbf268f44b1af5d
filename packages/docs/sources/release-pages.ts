/** Changelog and upgrade guide: a guide with what was released. */
import { html } from "../page/html.ts";
import { textsIn } from "../page/interface-texts.ts";
import type { Language } from "../page/languages.ts";
import { renderMarkdown } from "../page/markdown.ts";
import { append, type Page, type Section, section } from "../page/page.ts";
import { type Bump, bumps, type Release } from "./releases.ts";

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
  { version, changes }: Release,
  shown: readonly Bump[],
  language: Language,
): Section {
  const texts = textsIn(language);
  const english = language === "en" ? "" : html` lang="en"`;
  const parts = shown.map((bump) => {
    const these = changes.filter((change) => change.bump === bump);
    return (
      these.length > 0 &&
      html`<p class="label">${texts.bump[bump]}</p><ul>${these.map((change) => html`<li><code>${change.package}</code><div${english}>${renderMarkdown(change.text)}</div></li>`)}</ul>`
    );
  });
  return section(2, version ? `v${version}` : "next", version ?? texts.pending, html`${parts}`);
}
