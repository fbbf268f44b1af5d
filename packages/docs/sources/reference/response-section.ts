import { STATUS_CODES } from "node:http";
import { type Operation, type Response, resolve } from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import { renderInline } from "../../page/markdown.ts";
import { type Section, section } from "../../page/page.ts";
import { bodyOf } from "./content.ts";
import { facts, flags } from "./facts.ts";
import { namedExamples } from "./named-examples.ts";
import { type Context, describe, exampleOf } from "./parts.ts";
import { inPlace } from "./schema-parts.ts";
import { typeOf } from "./schema-type.ts";

/** What every status means, with its headers and examples. */
export function responseSections(context: Context, operation: Operation): Section[] {
  const all = Object.entries(operation.responses ?? {});
  // Their anchors come before those of examples, which may have any name.
  const anchors = new Map(all.map(([status]) => [status, context.anchors.take(status)]));
  return all.flatMap(([status, reference]) => {
    const response = resolve(context.contract, reference);
    const id = anchors.get(status) ?? status;
    return responseSection(context, status, id, response, operation["x-hints"]?.[status]);
  });
}

function responseSection(
  context: Context,
  status: string,
  id: string,
  response: Response,
  hint: string | undefined,
): Section[] {
  const { texts } = context;
  const title = html`<code>${status}</code> ${status === "default" ? texts.otherStatuses : (STATUS_CODES[status] ?? "")}`;
  const { lead, examples, entries } = bodyOf(context, status, response.content);
  const hasBody = Object.keys(response.content ?? {}).length > 0;
  const body = html`${describe(context, response)}
${hint && html`<p><strong>${texts.hint}.</strong> ${renderInline(hint)}</p>`}
${!hasBody && html`<p>${texts.noBody}</p>`}
${lead}
${response.headers && headers(context, status, response.headers)}
${examples}`;
  return [section(3, id, title, body, { frame: "response" }), ...entries];
}

function headers(
  context: Context,
  status: string,
  headers: NonNullable<Response["headers"]>,
): Html {
  const { contract, texts, anchors } = context;
  const terms = Object.entries(headers).map(([name, reference]) => {
    const header = resolve(contract, reference);
    const schema = inPlace(contract, header.schema ?? {});
    const { deprecated = schema.deprecated ?? false } = header;
    return html`<dt><code>${name}</code> <span class="type">${typeOf(context, header.schema)}${flags(texts, { ...schema, deprecated }, header.required || undefined)}</span></dt>
<dd>${describe(context, header)}
${facts(context, schema)}${exampleOf(texts, header)}${exampleOf(texts, schema)}${namedExamples(context, header)}</dd>
`;
  });
  return html`<details class="headers" id="${anchors.take(`${status}-headers`)}">
<summary>${texts.responseHeaders}: ${Object.keys(headers).join(", ")}</summary>
<dl>${terms}</dl>
</details>`;
}
