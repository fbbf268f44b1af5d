/**
 * Renders Markdown: guides, and the descriptions of the contract, which are CommonMark too. Guides
 * can also use
 *
 * - `## Title {#anchor}`: the anchor, which must outlive the title
 * - ```` ```ts file=getOrder/client.ts ````: the code is that file in samples/
 * - ```` ```ts call=getOrder/order-legacy ````: a call of that operation, and beside it that example of
 *   its responses
 * - ```` ```try operation=getOrder ````: the button that opens "Try it" for that operation
 * - `![What it shows](diagram:order-life)`: the diagram of that name
 */
import { basename } from "node:path";
import MarkdownIt, { type Env, type Token } from "markdown-it";
import attributes from "markdown-it-attrs";
import { codeBlock } from "./highlight.ts";
import { escapeHtml, type Html, raw } from "./html.ts";
import type { Page } from "./page.ts";
import { readSample } from "./read-sample.ts";

/** What a guide can put on its page by name. */
export interface Embedded {
  /** SVG. */
  diagrams: Readonly<Record<string, string>>;
  /** The button that opens "Try it" for an operation. */
  tryIt?: (operation: string) => Html;
  /** The code of a call of an operation, and the named example of its responses. */
  call?: (code: string, operation: string, example: string) => Html;
}

/** The functions below give each rendering what it can embed. */
const embeddedIn = (environment: Env | undefined): Embedded =>
  (environment?.embedded ?? { diagrams: {} }) as Embedded; // As they gave it.

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

rules.fence = (tokens, index, _options, environment) => {
  const { info = "", content = "" } = tokens[index] ?? {};
  const [language, ...options] = info.trim().split(/\s+/);
  const embedded = embeddedIn(environment);
  const find = (name: string) =>
    options.find((option) => option.startsWith(`${name}=`))?.slice(name.length + 1);
  if (language === "try") return embedded.tryIt?.(find("operation") ?? "").text ?? "";
  const call = find("call");
  if (call) {
    const [operation = "", example = ""] = call.split("/");
    return embedded.call?.(content, operation, example).text ?? "";
  }
  const file = find("file");
  return file
    ? codeBlock(readSample(file), language, basename(file)).text
    : codeBlock(content, language).text;
};

rules.image = (tokens, index, _options, environment) => {
  const token = tokens[index];
  const name = String(token?.attrGet("src")).replace(/^diagram:/, "");
  const drawing = embeddedIn(environment).diagrams[name];
  if (!drawing) throw new Error(`There is no content/diagrams/${name}.yaml`);
  return `<span class="diagram" role="img" aria-label="${escapeHtml(token?.content ?? "")}">${drawing}</span>`;
};

/**
 * On a narrow screen each row of a table becomes a block, its cells labelled by their columns. Roles
 * are explicit, since browsers may drop them when the layout changes.
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

/** Renders whole paragraphs. */
export function renderMarkdown(text: string): Html {
  return raw(markdown.render(text));
}

/** Renders one line, without a paragraph around it. */
export const renderInline = (text: string): Html => raw(markdown.renderInline(text));

/**
 * Renders a guide: what comes before its first heading, and its sections.
 *
 * @throws Error when a heading has no anchor, or the guide names something that does not exist
 */
export function renderGuide(text: string, embedded: Embedded): Pick<Page, "lead" | "sections"> {
  const environment = { embedded };
  const tokens = markdown.parse(text, environment);
  const render = (part: Token[]) =>
    raw(markdown.renderer.render(part, markdown.options, environment));
  const starts = [...tokens.keys()].filter((index) => isSectionHeading(tokens[index]));
  const sections = starts.map((start, index) => {
    // A heading is three tokens: its opening, its title, its end.
    const [opening, title] = tokens.slice(start, start + 2);
    const id = opening?.attrGet("id");
    if (typeof id !== "string") throw new Error(`The heading "${title?.content}" has no {#anchor}`);
    const level = opening?.tag === "h2" ? (2 as const) : (3 as const);
    const body = render(tokens.slice(start + 3, starts[index + 1]));
    return { id, title: render(title ? [title] : []), level, body };
  });
  return { lead: render(tokens.slice(0, starts[0])), sections };
}

const isSectionHeading = (token: Token | undefined): boolean =>
  token?.type === "heading_open" && token.level === 0 && ["h2", "h3"].includes(token.tag);
