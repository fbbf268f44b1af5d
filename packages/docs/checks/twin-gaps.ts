/** Compares each page with its Markdown twin, word by word. */
import MarkdownIt from "markdown-it";
import { raw, textOf } from "../page/html.ts";
import { pagePaths, readDist, readPage } from "./site-pages.ts";

const markdown = new MarkdownIt({ html: true });

/** Pages whose twin lacks a word of theirs, or has another one. */
export function findTwinGaps(site?: string): string[] {
  return pagePaths(site).flatMap((path) => {
    const page = wordsOf(mainOf(readPage(path, site)));
    const twin = wordsOf(
      markdown.render(readDist(`${path}index.md`, site).split("\n---\n")[0] ?? ""),
    );
    const lacking = page.filter((word) => !twin.includes(word));
    const added = twin.filter((word) => !page.includes(word));
    if (lacking.length === 0 && added.length === 0) return [];
    return [`${path}index.md lacks ${lacking.slice(0, 5)}; adds ${added.slice(0, 5)}`];
  });
}

/** The content of a page without the links to its neighbours. */
function mainOf(page: string): string {
  const main = /<main.*?<\/main>/s.exec(page)?.[0] ?? "";
  return main
    .replace(/<nav class="neighbours".*?<\/nav>/s, "")
    .replace(/<button class="copy-page".*?<\/button>/s, "")
    .replace(/<footer class="origin".*?<\/footer>/s, "")
    .replace(/<figcaption>.*?<\/figcaption>/gs, "")
    .replace(/<div class="(?:try|filter)">.*?<\/div>/s, "")
    .replace(/class="diagram" role="img" aria-label="([^"]*)">/g, ">$1 ");
}

const wordsOf = (html: string): string[] => [
  ...new Set(textOf(raw(html)).match(/[\p{L}\p{N}_]+/gu) ?? []),
];
