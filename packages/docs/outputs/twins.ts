/** The Markdown twin of each page, for machines, made from the page itself so that both agree. */
import { NodeHtmlMarkdown, type TranslatorConfigObject } from "node-html-markdown";
import { pathIn, resolveAddresses } from "../page/addresses.ts";
import { textsIn } from "../page/interface-texts.ts";
import type { Page } from "../page/page.ts";

const options = { keepDataImages: false, useLinkReferenceDefinitions: false };

/** What the converter does with elements, where it does not do what a twin needs. */
const translators: TranslatorConfigObject = {
  "dt,dd": { surroundingNewlines: 2 },
  label: { surroundingNewlines: 2, postprocess: ({ content }) => `**${content}**` },
  // A paragraph of its own would end the list that it stands in.
  summary: ({ node }) =>
    node.closest("li")
      ? { surroundingNewlines: 1, postprocess: ({ content }) => `${content}:` }
      : { surroundingNewlines: 2, postprocess: ({ content }) => `**${content}**` },
  // A block of code names its language itself.
  figcaption: { ignore: true },
  // "Try it" works only in a browser.
  div: ({ node }) => ({ ignore: ["try", "filter"].includes(node.getAttribute("class") ?? "") }),
  span: ({ node }) => {
    if (node.getAttribute("class") !== "diagram") return {};
    const label = node.getAttribute("aria-label")?.replace(/[\\`*_~[\]]/g, "\\$&");
    return { content: `_${label}_`, recurse: false };
  },
};

const itemConverter = new NodeHtmlMarkdown(options, translators);

/** Stands for a pipe in a table: the converter escapes only the first one of a cell. */
const pipe = "\uE000";

/**
 * The converter reads all of its output again for each piece that it adds, which would take minutes
 * for a page of thousands of entries. So it gets a page section by section, and a list item by item.
 */
const converter = new NodeHtmlMarkdown(options, {
  ...translators,
  ul: ({ node }) => ({
    surroundingNewlines: 1,
    content: convertItems("ul", node.childNodes).join("\n"),
  }),
  dl: ({ node }) => ({
    surroundingNewlines: 2,
    content: convertItems("dl", node.childNodes).join("\n\n"),
  }),
});

/** A node in a string is its HTML. */
const convertItems = (list: "ul" | "dl", items: Iterable<object>): string[] =>
  [...items]
    .map((item) => itemConverter.translate(`<${list}>${item}</${list}>`))
    .filter((item) => item !== "");

// The converter drops the marks of code in a table.
converter.tableCellTranslators.set("code", ({ node }) => ({
  content: `\`${node.textContent}\``,
  recurse: false,
}));

/** A page and its twin. */
export interface Twin {
  page: Page;
  text: string;
}

/** The page as Markdown. Links lead to the twins of their targets, so that machines can follow them. */
export function renderTwin(page: Page): string {
  const sections = page.sections.map(
    ({ title, level, body }) => `<h${level}>${title.text}</h${level}>${body.text}`,
  );
  const parts = [page.lead.text, ...sections].map((part) => convert(part, page));
  const text = parts.filter((part) => part !== "").join("\n\n");
  const note = page.site ?? textsIn(page.language).unofficial;
  return `# ${page.title}\n\n${text}\n\n---\n\n${note}\n`;
}

/** Markdown has no links within code, and only escaped pipes within a table. */
function convert(part: string, page: Page): string {
  const linked = onOneLine(part)
    .replace(/href="page:([^"#]*)/g, 'href="page:$1index.md')
    .replace(/<code>.*?<\/code>/g, (code) => code.replace(/<\/?a\b[^>]*>/g, ""))
    .replace(/<td.*?<\/td>/g, (cell) => cell.replaceAll("|", pipe));
  const text = converter.translate(resolveAddresses(linked, page.language, page.path)).trim();
  return text.replaceAll(pipe, "\\|");
}

/** The path of the twin from the site's root. */
export const twinPath = (page: Page): string => `${pathIn(page.language, page.path)}index.md`;

/** The converter drops a line break after an inline element, and the space that it stands for. */
const onOneLine = (html: string): string =>
  html
    .split(/(<pre\b.*?<\/pre>)/s)
    .map((part) => (part.startsWith("<pre") ? part : part.replaceAll("\n", " ")))
    .join("");
