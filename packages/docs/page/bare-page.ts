import { headStart } from "./head.ts";
import { type Html, html, raw } from "./html.ts";
import { textsIn } from "./interface-texts.ts";

interface BarePage {
  title: string;
  /** The name of the site, ours by default. */
  site?: string | undefined;
  /** The way from the page to the site's root. */
  root: string;
  /** The style sheet, for a page that cannot know the way to it. */
  css?: string | undefined;
  /** What stands in `main`. */
  content: Html;
}

/** A page in all languages at once, without navigation, that search engines leave out. */
export function renderBarePage({ title, site, root, css, content }: BarePage): string {
  const name = site ?? textsIn("en").siteName;
  const styles = css
    ? html`<style>${raw(css)}</style>`
    : html`<link rel="stylesheet" href="${root}assets/site.css">`;
  return html`<!doctype html>
<html lang="en">
<head>
${headStart({ css })}
<meta name="robots" content="noindex">
<title>${title} · ${name}</title>
${styles}
</head>
<body>
<header class="top"><a class="home" href="${root}">${name}</a></header>
<main class="missing">
${content}
</main>
</body>
</html>
`.text;
}
