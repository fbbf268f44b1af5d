import { contentPolicy } from "./frame.ts";
import { type Html, html } from "./html.ts";
import { textsIn } from "./interface-texts.ts";

/** A page in all languages at once, without navigation, that search engines leave out. */
export function renderBarePage(page: {
  title: string;
  /** The way from the page to `assets/`. */
  root: string;
  /** What stands in `main`. */
  content: Html;
}): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title} · ${textsIn("en").siteName}</title>
<link rel="stylesheet" href="${page.root}assets/site.css">
</head>
<body>
<main class="missing">
${page.content}
</main>
</body>
</html>
`.text;
}
