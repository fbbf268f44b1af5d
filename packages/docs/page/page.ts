import { type Html, html } from "./html.ts";
import type { Language } from "./languages.ts";

/** The menu's groups, in this order. */
export const groups = ["start", "guides", "reference", "packages", "releases"] as const;
export type Group = (typeof groups)[number];

/** One page of the site, in one language. */
export interface Page {
  language: Language;
  /** From the root of its language, with a slash at its end; the start page's is empty. */
  path: string;
  title: string;
  /** The name in the menu. */
  label: string;
  /** One sentence for search engines and llms.txt. */
  description: string;
  group: Group;
  /** The path of the page above it in the menu. */
  parent?: string;
  /** What pages below the same page are listed under in the menu. */
  menuGroup?: string;
  /** The name of the site when it is not ours, but that of another contract. */
  site?: string;
  /** The file of the repository that it is written in. */
  source?: string;
  /** Search terms that the page itself does not contain. */
  keywords?: string;
  /** What comes before the first section. Addresses in it and in sections are those of addresses.ts. */
  lead: Html;
  sections: readonly Section[];
  /** Whether it takes the room of its contents, too, which then stand in the menu. */
  isWide?: boolean;
  /** Whether its "Try it" may send requests to an address that the reader types. */
  connects?: boolean;
}

/** A heading with an address of its own, and what is below it up to the next one. */
export interface Section {
  /** The anchor. */
  id: string;
  title: Html;
  level: 2 | 3;
  body: Html;
  /** The class of the element around the section, if it has one. */
  frame?: "entry" | "response";
  /** Stands beside the others where the window is wide enough, and after them where it is not. */
  isBeside?: true;
  /** Only names what other sections describe, so the search leaves it out. */
  isList?: true;
}

/** A section from parts of a template. */
export function section(
  level: Section["level"],
  id: string,
  title: Html | string,
  body: Html,
  more: Pick<Section, "frame" | "isBeside" | "isList"> = {},
): Section {
  return { id, title: html`${title}`, level, body, ...more };
}

/** What is below the page's title, as HTML. */
export function bodyOf({ lead, sections }: Pick<Page, "lead" | "sections">): Html {
  const beside = sections.filter(({ isBeside }) => isBeside);
  if (beside.length === 0) return html`${lead}${sections.map(renderSection)}`;
  const others = sections.filter(({ isBeside }) => !isBeside);
  return html`<div class="panes">
<div>${lead}${others.map(renderSection)}</div>
<div class="beside">${beside.map(renderSection)}</div>
</div>
`;
}

/** Whether there is no room for the contents of a page beside it, as beside two panes. */
export const isWide = (page: Page): boolean =>
  page.isWide ?? page.sections.some(({ isBeside }) => isBeside);

/** A heading links to itself, so that its address can be copied. */
function renderSection({ id, title, level, body, frame }: Section): Html {
  const link = html`<a href="#${id}">${title}</a>`;
  const heading =
    level === 2 ? html`<h2 id="${id}">${link}</h2>` : html`<h3 id="${id}">${link}</h3>`;
  return frame
    ? html`<section class="${frame}">\n${heading}\n${body}\n</section>\n`
    : html`${heading}\n${body}\n`;
}

/** The page with more at its end. */
export function append(page: Page, more: Html): Page {
  const { lead, sections } = page;
  const last = sections.at(-1);
  if (!last) return { ...page, lead: html`${lead}${more}` };
  const longer = { ...last, body: html`${last.body}${more}` };
  return { ...page, sections: [...sections.slice(0, -1), longer] };
}
