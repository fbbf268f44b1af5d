import { codeBlock } from "../../page/highlight.ts";
import { type Html, html, raw } from "../../page/html.ts";
import { renderMarkdown } from "../../page/markdown.ts";

/** The address that describes a name in the code of a package, if the site has one. */
export type AddressOf = (name: string) => string | undefined;

/** A type in a line, with links from the names in it. */
export function linkedType(type: string, addressOf: AddressOf): Html {
  const address = addressOf(type);
  if (address) return html`<a href="${address}"><code>${type}</code></a>`;
  // Every second part is a name; those in quotation marks are values.
  const parts = type.split(/("[^"]*"|[A-Za-z_$][\w$]*)/);
  return html`<code>${parts.map((part) => linkedName(part, addressOf))}</code>`;
}

function linkedName(name: string, addressOf: AddressOf): Html | string {
  const address = addressOf(name);
  return address ? html`<a href="${address}">${name}</a>` : name;
}

/** A block of code with links from the names in it. */
export function linkedCode(code: string, own: string, addressOf: AddressOf): Html {
  const { text } = codeBlock(code, "ts");
  // Names in tags and in quotation marks stay as they are.
  const linked = text.replace(/<[^>]*>|&quot;.*?&quot;|[A-Za-z_$][\w$]*/g, (part) =>
    part === own ? part : render(linkedName(part, addressOf)),
  );
  return raw(linked);
}

const render = (part: Html | string): string => (typeof part === "string" ? part : part.text);

/** A doc comment as paragraphs, its `{@link Name}` as links. */
export const linkedProse = (text: string, addressOf: AddressOf): Html =>
  renderMarkdown(
    text.replace(/\{@link (\w+)\}/g, (_all, name: string) => {
      const address = addressOf(name);
      return address ? `[\`${name}\`](${address})` : `\`${name}\``;
    }),
  );
