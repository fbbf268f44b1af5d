/** The Markdown twin of each page, for machines, made from the page itself so that it says the same. */
import { NodeHtmlMarkdown } from "node-html-markdown";
import { pathIn, resolveAddresses } from "./addresses.ts";
import { textsIn } from "./interface-texts.ts";
import type { Page } from "./page.ts";

const options = { keepDataImages: false, useLinkReferenceDefinitions: false };
const itemConverter = new NodeHtmlMarkdown(options);

/**
 * Each piece that the converter adds makes it go through all that it has written. So that a page of
 * thousands of entries takes no minutes, it gets a page part by part and a list item by item.
 */
const converter = new NodeHtmlMarkdown(options, {
  ul: ({ node }) => ({
    surroundingNewlines: 1,
    // A node in a string is its HTML.
    content: [...node.childNodes]
      .map((item) => itemConverter.translate(`<ul>${item}</ul>`))
      .filter((item) => item !== "")
      .join("\n"),
  }),
});

/** Where a part begins: nothing that opened before it is still open. */
const partBegins = /(?=<h2 id="|<section class="entry">)/;

/** A page and what its twin says. */
export interface Twin {
  page: Page;
  text: string;
}

/** The page as Markdown. Links lead to the twins of their targets, so that a machine can follow them. */
export function renderTwin(page: Page): string {
  const parts = page.body.text.split(partBegins).map((part) => convert(part, page));
  const text = parts.filter((part) => part !== "").join("\n\n");
  return `# ${page.title}\n\n${text}\n\n---\n\n${textsIn(page.language).unofficial}\n`;
}

function convert(part: string, page: Page): string {
  const simple = onOneLine(part)
    // A door that only a browser opens.
    .replace(/<div class="console">.*?<\/div>/gs, "")
    // A heading that leads to itself is a heading.
    .replace(/(<h\d)[^>]*><a href="#[^"]*">(.*?)<\/a>(?=<\/h\d>)/gs, "$1>$2")
    .replace(
      /<span class="diagram" role="img" aria-label="([^"]*)">.*?<\/svg>\s*<\/span>/gs,
      "<em>$1</em>",
    )
    .replace(
      /<code class="language-(\w+)">(.*?)<\/code>/gs,
      (_all, language, code) =>
        `<code class="language-${language}">${code.replace(/<[^>]+>/g, "")}</code>`,
    )
    .replace(/<summary>(.*?)<\/summary>/gs, "<p><strong>$1</strong></p>")
    .replace(/<dt>(.*?)<\/dt>/gs, "<p>$1</p>")
    .replace(/<dd>(.*?)<\/dd>/gs, "<p>$1</p>")
    .replace(/<wbr>/g, "")
    .replace(/href="page:([^"#]*)/g, 'href="page:$1index.md');
  return converter.translate(resolveAddresses(simple, page.language, page.path)).trim();
}

/** Where the twin stands, from the site's root. */
export const twinPath = (page: Page): string => `${pathIn(page.language, page.path)}index.md`;

/** The converter drops a line break after an inline element, and the space that it stands for. */
const onOneLine = (html: string): string =>
  html
    .split(/(<pre>.*?<\/pre>)/s)
    .map((part) => (part.startsWith("<pre>") ? part : part.replaceAll("\n", " ")))
    .join("");
