import { renderBarePage } from "../page/bare-page.ts";
import { html } from "../page/html.ts";

interface MissingPage {
  /** The path of the site's root on its host. */
  root: string;
  /** The style sheet; without it the page links to it. A site that may be below any path needs it. */
  css?: string | undefined;
  /** The name of a site of another contract, which is in English alone. */
  site?: string | undefined;
}

/** Hosts show it at any depth, so its links are not relative. */
export function renderMissingPage({ root, css, site }: MissingPage): string {
  const polish = html`
<section lang="pl">
<h2>Nie ma takiej strony</h2>
<p>Adres mógł się zmienić. Zacznij od <a href="${root}pl/" hreflang="pl">strony głównej</a>.</p>
</section>`;
  const content = html`<h1>There is no such page</h1>
<p>Its address may have changed. Begin at the <a href="${root}">start page</a>.</p>${!site && polish}`;
  return renderBarePage({ title: "Not found", site, root, css, content });
}
