import { renderBarePage } from "../page/bare-page.ts";
import { html } from "../page/html.ts";

/**
 * Hosts show it at any depth, so its links are not relative.
 *
 * @param root the path of the site's root on its host
 */
export function renderMissingPage(root: string): string {
  const content = html`<h1>There is no such page</h1>
<p><a href="${root}">Go to the start</a></p>
<p lang="pl">Nie ma takiej strony. <a href="${root}pl/" hreflang="pl">Przejdź na początek</a></p>`;
  return renderBarePage({ title: "Not found", root, content });
}
