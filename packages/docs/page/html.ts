/** A string that is HTML already; every other one is escaped when it is put into HTML. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template can contain: lists are joined; `undefined` and `false` leave nothing. */
export type Part = Html | string | number | false | undefined | readonly Part[];

/**
 * A template whose parts are escaped.
 *
 * @example html`<code>${name}</code>`
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(String.raw({ raw: strings }, ...parts.map(render)));
}

/** Marks a string as HTML that one of our renderers has made. */
export const raw = (text: string): Html => new Html(text);

function render(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join("");
  return escapeHtml(String(part));
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The text that a reader of the HTML sees. */
export function textOf(html: Html): string {
  return html.text
    .replace(/<(svg|script|style)\b.*?<\/\1>/gs, " ")
    .replace(
      /<\/?(?:p|h\d|li|ul|ol|dl|dt|dd|tr|t[dh]|pre|div|details|summary|section|label|figure|figcaption)\b[^>]*>/g,
      " ",
    )
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** The same without blocks of code: examples are data, whose words would outnumber the prose. */
export const proseOf = (html: Html): string =>
  textOf(raw(html.text.replace(/<figure class="code">.*?<\/figure>/gs, " ")));
