/**
 * Renders Markdown: guides, and the texts of the contract, which are CommonMark too. Beyond that
 * it knows
 *
 * - `## Title {#anchor}`, since an anchor must outlive its title
 * - ```` ```ts file=get-order.ts ````: the code is the file of that name in samples/
 * - ```` ```console ````: the button that opens the console, with the label inside
 * - `![What it shows](diagram:order-life)`: the diagram of that name
 */
import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import attributes from "markdown-it-attrs";
import { codeBlock } from "./highlight.ts";
import { escapeHtml, type Html, raw } from "./html.ts";

/** Draws a diagram by its name. */
export type Diagrams = Readonly<Record<string, string>>;

interface Environment {
  diagrams?: Diagrams;
}

const markdown = new MarkdownIt({ html: false }).use(attributes, {
  allowedAttributes: ["id", "class"],
});
const { rules } = markdown.renderer;

const roles: Readonly<Record<string, string>> = {
  table_open: "table",
  thead_open: "rowgroup",
  tbody_open: "rowgroup",
  tr_open: "row",
  th_open: "columnheader",
  td_open: "cell",
};

rules.fence = (tokens, index) => {
  const { info = "", content = "" } = tokens[index] ?? {};
  const [language, ...options] = info.trim().split(/\s+/);
  if (language === "console") return consoleDoor(content.trim());
  const file = options.find((option) => option.startsWith("file="))?.slice("file=".length);
  return codeBlock(file ? readSample(file) : content, language).text;
};

rules.image = (tokens, index, _options, environment) => {
  const token = tokens[index];
  const name = String(token?.attrGet("src")).replace(/^diagram:/, "");
  const { diagrams } = (environment ?? {}) as Environment; // what renderMarkdown gives it
  const drawing = diagrams?.[name];
  if (!drawing) throw new Error(`There is no diagram "${name}"; site/diagrams.ts draws them`);
  return `<span class="diagram" role="img" aria-label="${escapeHtml(token?.content ?? "")}">${drawing}</span>`;
};

/**
 * On a narrow screen each row of a table becomes a block, its cells named by their columns. Roles
 * are said aloud, since a browser may forget them when the layout is another.
 */
markdown.core.ruler.push("stackable-tables", ({ tokens }) => {
  let columns: string[] = [];
  let column = 0;
  tokens.forEach((token, index) => {
    const text = tokens[index + 1]?.content ?? "";
    if (token.type === "thead_open") columns = [];
    if (token.type === "tr_open") column = 0;
    if (token.type === "th_open") columns.push(text);
    if (token.type === "td_open") token.attrSet("data-label", columns[column++] ?? "");
    const role = roles[token.type];
    if (role) token.attrSet("role", role);
  });
});

// A heading leads to itself, so that its address can be copied.
rules.heading_open = (tokens, index) => {
  const token = tokens[index];
  const id = token?.attrGet("id");
  return id ? `<${token?.tag} id="${id}"><a href="#${id}">` : `<${token?.tag}>`;
};
rules.heading_close = (tokens, index) => {
  const tag = tokens[index]?.tag;
  // A heading is three tokens: its opening, what it says, its end.
  const opening = tokens[index - 2];
  return opening?.attrGet("id") ? `</a></${tag}>\n` : `</${tag}>\n`;
};

const consoleDoor = (label: string): string =>
  `<div class="console"><button class="open-console" type="button">${escapeHtml(label)}</button></div>`;

/** Renders whole paragraphs. */
export function renderMarkdown(text: string, diagrams: Diagrams = {}): Html {
  return raw(markdown.render(text, { diagrams }));
}

/** Renders one line, without a paragraph around it. */
export const renderInline = (text: string): Html => raw(markdown.renderInline(text));

/** The code of a sample. What stands above its first empty line tells maintainers how it is checked. */
export function readSample(file: string): string {
  const text = readFileSync(new URL(`../samples/${file}`, import.meta.url), "utf8");
  return text.slice(text.indexOf("\n\n") + 2);
}
