import { type Example, isObject, type Named, type Reference, resolve } from "@partner-center/spec";
import { jsonBlock } from "../../page/highlight.ts";
import { type Html, html } from "../../page/html.ts";
import { renderInline } from "../../page/markdown.ts";
import type { Context } from "./parts.ts";

/** The examples of a parameter or header that have names. */
export function namedExamples(
  { contract, texts }: Context,
  { examples = {} }: { examples?: Named<Example | Reference> },
): Html | undefined {
  const items = Object.entries(examples).map(([name, reference]) => {
    const { summary = name, description, value } = resolve(contract, reference);
    const shown = isObject(value) || Array.isArray(value);
    return html`<li>${summary}${!shown && html`: <code>${String(value)}</code>`} ${description && renderInline(description)}${shown && jsonBlock(value)}</li>`;
  });
  return items.length > 0 ? html`<p>${texts.examples}:</p><ul>${items}</ul>` : undefined;
}
