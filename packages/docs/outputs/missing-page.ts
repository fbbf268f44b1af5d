import { contentPolicy } from "../page/frame.ts";
import { html } from "../page/html.ts";
import { textsIn } from "../page/interface-texts.ts";

/**
 * Hosts show it at any depth, so its links are not relative.
 *
 * @param root the path of the site's root on its host
 */
export function renderMissingPage(root: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Not found · ${textsIn("en").siteName}</title>
<link rel="stylesheet" href="${root}assets/site.css">
</head>
<body>
<main class="missing">
<h1>There is no such page</h1>
<p><a href="${root}">Go to the start</a></p>
<p lang="pl">Nie ma takiej strony. <a href="${root}pl/" hreflang="pl">Przejdź na początek</a></p>
</main>
</body>
</html>
`.text;
}
