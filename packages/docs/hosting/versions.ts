/**
 * What a page of the hosted site says of its version: a list of the others in place of its link to all
 * releases, a note where it is not the last release, and the days of releases. A release stays as it was
 * published, so this is added each time the site is put together for its host.
 */
import { pathIn, relativeAddress } from "../page/addresses.ts";
import { type Html, html, raw } from "../page/html.ts";
import { textsIn } from "../page/interface-texts.ts";
import { type Language, languages } from "../page/languages.ts";
import { dayOf } from "./dates.ts";
import type { Releases } from "./registry.ts";

/** One of the sites on the host. */
interface HostedSite {
  /** Its folder on the host: empty for the root, `next/`, `v/1.0.0/`. */
  place: string;
  /** Undefined for what is not released. */
  version: string | undefined;
  /** The paths of its pages. */
  pages: ReadonlySet<string>;
}

/** More stand in the list of all releases. */
const mostListed = 10;

/** The language of a page, by its path below the folder of its site. */
export const languageOf = (path: string): Language =>
  languages.find((language) => language !== "en" && path.startsWith(pathIn(language, ""))) ?? "en";

/** The same page of another site, or its start page in the same language. */
function samePage(path: string, site: HostedSite): string {
  return `${site.place}${site.pages.has(path) ? path : pathIn(languageOf(path), "")}`;
}

/** Adds to a page what the reader has to know of its version. */
export function addVersions(
  page: string,
  path: string,
  site: HostedSite,
  sites: readonly HostedSite[],
  { last, days }: Pick<Releases, "last" | "days">,
): string {
  const texts = textsIn(languageOf(path));
  const from = `${site.place}${path}`;
  const nameOf = ({ version }: HostedSite) => version ?? texts.pending;
  const items = sites
    .filter(({ place }) => place !== "")
    .slice(0, mostListed)
    .map((other) => {
      const isThis = other.version === site.version;
      return html`<li><a href="${relativeAddress(from, samePage(path, other))}"${isThis && html` aria-current="true"`}>${nameOf(other)}</a></li>\n`;
    });
  const switcher = html`<details class="version"><summary>${nameOf(site)}</summary><ul>
${items}<li><a href="${relativeAddress(from, "v/")}">${texts.allReleases}</a></li>
</ul></details>`;
  return page
    .replace(/<a class="version".*?<\/a>/s, () => switcher.text)
    .replace(/<main [^>]*>/, (main) => `${main}${noteOn(site, path, sites, last)?.text ?? ""}`)
    .replace(/<h2 id="v([^"]+)">.*?<\/h2>/gs, (heading, version: string) => {
      const day = days[version];
      return day ? html`${raw(heading)}\n<p class="day">${dayOf(day)}</p>`.text : heading;
    });
}

/** The note on a page that is not of the last release. */
function noteOn(
  site: HostedSite,
  path: string,
  sites: readonly HostedSite[],
  last: string | undefined,
): Html | undefined {
  const root = sites.find(({ place }) => place === "");
  if (!root || last === undefined || site.version === last) return undefined;
  const texts = textsIn(languageOf(path));
  const said = site.version ? `${texts.otherRelease} ${site.version}.` : texts.unreleased;
  const address = relativeAddress(`${site.place}${path}`, samePage(path, root));
  return html`\n<p class="other-release">${said} <a href="${address}">${texts.lastRelease}: ${last}</a></p>`;
}
