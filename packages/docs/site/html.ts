/** Text that is HTML already; everything else is escaped where it is put into HTML. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What can stand in a template: lists are joined, and what is not there leaves nothing. */
export type Part = Html | string | number | false | undefined | readonly Part[];

/**
 * A template whose parts are escaped.
 *
 * @example html`<code>${name}</code>`
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(String.raw({ raw: strings }, ...parts.map(render)));
}

/** Marks text that some renderer of ours has made as HTML. */
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
      /<\/?(?:p|h\d|li|ul|ol|dl|dt|dd|tr|t[dh]|pre|div|details|summary|section)\b[^>]*>/g,
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
