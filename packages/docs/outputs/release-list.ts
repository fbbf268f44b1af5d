import { renderBarePage } from "../page/bare-page.ts";
import { html } from "../page/html.ts";
import { textsIn } from "../page/interface-texts.ts";

/**
 * The list of releases, `v/index.html` of each site. A site that is built has none yet: it gets
 * them when it is put together with the others for its host.
 *
 * @param versions newest first
 * @param root the way from the list to the root of the host
 * @param days when each was published
 */
export function renderReleaseList(
  versions: readonly string[],
  root: string,
  days: Readonly<Record<string, string>> = {},
): string {
  const items = versions.map(
    (version) =>
      html`<li><a href="${root}v/${version}/">${version}</a>${days[version] && html` <time datetime="${days[version]}">${days[version]}</time>`}</li>\n`,
  );
  const content = html`<h1>All releases<br><span lang="pl">Wszystkie wydania</span></h1>
${items.length > 0 ? html`<ul>\n${items}</ul>` : html`<p>${textsIn("en").noEarlier}</p>\n<p lang="pl">${textsIn("pl").noEarlier}</p>`}
<p><a href="${root}">Go to the start</a> · <a href="${root}pl/" hreflang="pl" lang="pl">Przejdź na początek</a>${items.length > 0 && html` · <a href="${root}next/">What is not released yet</a> · <a href="${root}next/pl/" hreflang="pl" lang="pl">Co jeszcze nie zostało wydane</a>`}</p>`;
  return renderBarePage({ title: "All releases", root: "../", content });
}
