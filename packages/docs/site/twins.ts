/** The Markdown twin of each page, for machines, made from the page itself so that it says the same. */
import { NodeHtmlMarkdown } from "node-html-markdown";
import { pathIn, resolveAddresses } from "./addresses.ts";
import { textsIn } from "./interface-texts.ts";
import type { Page } from "./page.ts";

const converter = new NodeHtmlMarkdown({
  keepDataImages: false,
  useLinkReferenceDefinitions: false,
});

/** The page as Markdown. Links lead to the twins of their targets, so that a machine can follow them. */
export function renderTwin(page: Page): string {
  const simple = onOneLine(page.body.text)
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
  const html = resolveAddresses(simple, page.language, page.path);
  const notice = textsIn(page.language).unofficial;
  return `# ${page.title}\n\n${converter.translate(html).trim()}\n\n---\n\n${notice}\n`;
}

/** Where the twin stands, from the site's root. */
export const twinPath = (page: Page): string => `${pathIn(page.language, page.path)}index.md`;

/** The converter drops a line break after an inline element, and the space that it stands for. */
const onOneLine = (html: string): string =>
  html
    .split(/(<pre>.*?<\/pre>)/s)
    .map((part) => (part.startsWith("<pre>") ? part : part.replaceAll("\n", " ")))
    .join("");
