/** The frame around every page: header, menu, table of contents, footer. */
import { type AboutSite, readAboutSite } from "./about-site.ts";
import { pathIn, resolveAddresses } from "./addresses.ts";
import { groupBy } from "./group-by.ts";
import { head } from "./head.ts";
import { type Html, html, raw, textOf } from "./html.ts";
import { type InterfaceTexts, textsIn } from "./interface-texts.ts";
import { languageNames } from "./languages.ts";
import { origin } from "./origin.ts";
import { bodyOf, groups, isWide, type Page } from "./page.ts";
import type { Siblings } from "./siblings.ts";

const aboutSite = readAboutSite();

/** A page as a whole document. */
export function renderPage(page: Page, siblings: Siblings, about: AboutSite = aboutSite): string {
  const { language, path } = page;
  const texts = textsIn(language);
  const document = html`<!doctype html>
<html lang="${language}">
<head>
${head(page)}
</head>
<body${wordsForScripts(texts)}>
<a class="skip" href="#content">${texts.skip}</a>
${header(page, siblings, texts, about)}
<div class="frame${isWide(page) && " wide"}">
${menu(page, siblings, texts)}
${contents(page, texts)}
<main id="content" tabindex="-1">
<div class="page-title"><h1>${page.title}</h1><button class="copy-page" type="button">${texts.copyPage}</button></div>
${bodyOf(page)}
${page.site === undefined && origin(page, about, texts)}
${neighbours(page, siblings.pages, texts)}
</main>
</div>
${footer(page, siblings, texts)}
</body>
</html>
`;
  return resolveAddresses(document.text, language, path);
}

const wordsOfScripts = [
  "copy",
  "copied",
  "copyPage",
  "close",
  "loading",
  "searchHint",
  "searchFound",
  "searchNothing",
  "searchFailed",
] as const satisfies readonly (keyof InterfaceTexts)[];

/** What the scripts of browser/ show the reader, as attributes for them to read. */
function wordsForScripts(texts: InterfaceTexts): Html[] {
  return wordsOfScripts.map((name) => {
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return html` data-${raw(attribute)}="${texts[name]}"`;
  });
}

function header(
  page: Page,
  { pages, languages }: Siblings,
  texts: InterfaceTexts,
  { version }: AboutSite,
): Html {
  const others = languages.filter((language) => language !== page.language);
  return html`<header class="top">
<button class="menu-button" type="button" popovertarget="menu">${texts.menu}</button>
<a class="home" href="page:${pages[0]?.path}">${page.site ?? texts.siteName}</a>
${page.site === undefined && html`<a class="version" href="site:v/" aria-label="${texts.version}: ${version ?? texts.notReleased}">${version ?? texts.notReleased}</a>\n`}<button class="search-button" type="button" aria-haspopup="dialog">${texts.search}<kbd>/</kbd></button>
${others.map((language) => html`<a class="language" href="site:${pathIn(language, page.path)}" hreflang="${language}" lang="${language}">${languageNames[language]}</a>`)}
</header>`;
}

/** Below a page with more pages than this, the menu shows only the current one. */
const mostInMenu = 200;

function menu(page: Page, { below }: Siblings, texts: InterfaceTexts): Html {
  const link = (target: Page) =>
    html`<a href="page:${target.path}"${target.path === page.path && raw(' aria-current="page"')}>${target.label}</a>`;
  // Those that belong together, such as operations of one tag, stand below their name.
  const list = (targets: readonly Page[]): Html[] =>
    [...groupBy(targets, ({ menuGroup }) => menuGroup)].map(([name, members]) => {
      const items = members.map(item);
      return name ? html`<li><span>${name}</span><ul>${items}</ul></li>` : html`${items}`;
    });
  const item = (target: Page): Html => {
    const children = below.get(target.path) ?? [];
    const own = page.parent === target.path ? [page] : [];
    const shown = children.length > mostInMenu ? own : children;
    const sections = target === page && isWide(page) && sectionsInMenu(page, texts);
    return html`<li>${link(target)}${sections}${shown.length > 0 && html`<ul>${list(shown)}</ul>`}</li>`;
  };
  return html`<nav id="menu" class="menu" popover aria-label="${texts.pages}">
<button class="menu-close" type="button" popovertarget="menu" popovertargetaction="hide">${texts.closeMenu}</button>
${groups.map((group) => {
  const top = below.get(undefined)?.filter((other) => other.group === group) ?? [];
  if (top.length === 0) return undefined;
  return html`<p id="menu-${group}">${texts.groups[group]}</p><ul aria-labelledby="menu-${group}">${top.map(item)}</ul>\n`;
})}</nav>`;
}

/** Links to the large sections of a page without a table of contents of its own. */
function sectionsInMenu({ sections }: Page, { onThisPage }: InterfaceTexts): Html {
  const links = sections
    .filter(({ level }) => level === 2)
    .map(({ id, title }) => html`<li><a href="#${id}">${textOf(title)}</a></li>`);
  return html`<ul class="on-page" aria-label="${onThisPage}">${links}</ul>`;
}

/**
 * Links to the page's sections; in the reference and for packages, to what they describe too. A fold
 * above the text, unless the style sheet has room for it beside the text.
 */
function contents(page: Page, texts: InterfaceTexts): Html {
  const { group, sections } = page;
  const isDeep = group === "reference" || group === "packages";
  const links = sections
    .filter(({ level }) => level === 2 || isDeep)
    .map(
      ({ id, title, level }) =>
        html`<li${level === 3 && html` class="sub"`}><a href="#${id}">${textOf(title)}</a></li>`,
    );
  if (links.length < 2) return html`<div class="contents"></div>`;
  return html`<nav class="contents" aria-label="${texts.onThisPage}"><details>
<summary>${texts.onThisPage}</summary>
<ul>${links}</ul>
</details></nav>`;
}

function neighbours(
  page: Page,
  siblings: readonly Page[],
  texts: InterfaceTexts,
): Html | undefined {
  const index = siblings.indexOf(page);
  const previous = siblings[index - 1];
  const next = siblings[index + 1];
  if (!previous && !next) return undefined;
  return html`<nav class="neighbours" aria-label="${texts.previous} / ${texts.next}">
${previous && html`<a rel="prev" href="page:${previous.path}"><span>${texts.previous}</span> ${previous.label}</a>`}
${next && html`<a rel="next" href="page:${next.path}"><span>${texts.next}</span> ${next.label}</a>`}
</nav>`;
}

function footer(page: Page, { pages }: Siblings, texts: InterfaceTexts): Html {
  const machines = pages.find(({ path }) => path === "machines/");
  return html`<footer class="bottom">
${page.site === undefined && html`<p>${texts.unofficial}</p>`}
<ul>
<li><a href="page:${page.path}index.md">${texts.asMarkdown}</a></li>
<li><a href="site:openapi.json">openapi.json</a></li>
<li><a href="site:openapi.yaml">openapi.yaml</a></li>
${machines && html`<li><a href="page:${machines.path}">${texts.forMachines}</a></li>\n`}<li><a href="site:redoc/">Redoc</a></li>
<li><a href="site:notices.txt">${texts.notices}</a></li>
</ul>
<label class="theme"><span>${texts.theme}</span><select>
<option value="auto">${texts.themeAuto}</option><option value="light">${texts.themeLight}</option><option value="dark">${texts.themeDark}</option>
</select></label>
</footer>`;
}
