import type { AboutSite } from "./about-site.ts";
import { type Html, html } from "./html.ts";
import type { InterfaceTexts } from "./interface-texts.ts";
import type { Page } from "./page.ts";

/**
 * Links from a page to the file that it is written in, and to a report about it; nothing while the
 * repository is unset. When the file last changed is added when the site is put together for its host
 * (hosting/dates.ts), so that the same files always make the same site.
 */
export function origin(
  { source, path, language }: Page,
  { repository }: AboutSite,
  texts: InterfaceTexts,
): Html | undefined {
  if (!repository) return undefined;
  const subject = encodeURIComponent(`Docs: ${language}/${path}`);
  return html`<footer class="origin"${source && html` data-source="${source}"`}><ul>
${source && html`<li><a href="${repository}/blob/main/${source}">${texts.source}</a></li>\n<li><a href="${repository}/edit/main/${source}">${texts.edit}</a></li>\n`}<li><a href="${repository}/issues/new?title=${subject}">${texts.report}</a></li>
</ul></footer>`;
}
