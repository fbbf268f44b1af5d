/** What stands in the head of pages: their policy, theme, title and description. */
import { createHash } from "node:crypto";
import { type Html, html, raw } from "./html.ts";
import { textsIn } from "./interface-texts.ts";
import type { Page } from "./page.ts";

/** Inline, so that it runs before the first paint and a chosen theme does not flash. */
const applyTheme =
  "try{document.documentElement.dataset.theme=localStorage.getItem('theme')||'auto'}catch{}";

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b6b5d'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='%23fff' stroke-width='1.5'/%3E%3C/svg%3E";

interface Policy {
  /** "Try it" may also send to the reader's address. */
  connects?: boolean | undefined;
  /** The style sheet of a page that has it inline. */
  css?: string | undefined;
}

/** A page may load only from its own host. */
function contentPolicy({ connects, css }: Policy): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashOf(applyTheme)}`,
    `style-src 'self'${css ? ` ${hashOf(css)}` : ""}`,
    "img-src 'self' data:",
    `connect-src 'self'${connects ? " http://127.0.0.1:* http://localhost:* https:" : ""}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** What every page begins with. */
export const headStart = (policy: Policy): Html => html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${icon}">
<script>${raw(applyTheme)}</script>`;

/** The head of a page of the site. Its address is known only to a host, which adds it. */
export function head(page: Page): Html {
  const { language, path, connects } = page;
  const site = page.site ?? textsIn(language).siteName;
  const title = `${page.title} · ${site}`;
  // Whoever finds the page elsewhere sees of which product it is.
  const isNamed = page.description.includes("Partner Center") || page.description.includes(site);
  const description = isNamed ? page.description : `${site}: ${page.description}`;
  return html`${headStart({ connects })}
<title>${title}</title>
<meta name="description" content="${description}">
<meta property="og:type" content="${path === "" ? "website" : "article"}">
<meta property="og:site_name" content="${site}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:locale" content="${locales[language]}">
<link rel="stylesheet" href="site:assets/site.css">
<link rel="alternate" type="text/markdown" href="page:${path}index.md">
<script type="module" src="site:assets/site.js"></script>`;
}

const locales = { en: "en_US", pl: "pl_PL" } as const;
