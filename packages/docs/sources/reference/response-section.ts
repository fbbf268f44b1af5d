import { STATUS_CODES } from "node:http";
import {
  type Example,
  type MediaType,
  type Reference,
  type Response,
  resolve,
} from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import { type Section, section } from "../../page/page.ts";
import { type Context, describe, examples, typeOf } from "./parts.ts";

/** What one status means, with its headers and examples. */
export function responseSection(context: Context, status: string, response: Response): Section {
  const { texts } = context;
  const content = Object.entries(response.content ?? {});
  const schema = content[0]?.[1].schema;
  const types = content.map(([type], index) => html`${index > 0 && ", "}<code>${type}</code>`);
  const title = html`<code>${status}</code> ${STATUS_CODES[status] ?? ""}`;
  const body = html`${describe(context, response)}
${schema && html`<p>${texts.responseBody}: ${typeOf(context, schema)}. ${texts.mediaTypes}: ${types}</p>`}
${response.headers && headers(context, status, response.headers)}
${responseExamples(context, status, content)}`;
  return section(3, status, title, body, { frame: "response" });
}

function headers(
  context: Context,
  status: string,
  headers: NonNullable<Response["headers"]>,
): Html {
  const { contract, texts } = context;
  const terms = Object.entries(headers).map(([name, reference]) => {
    const header = resolve(contract, reference);
    const { example } = header;
    return html`<dt><code>${name}</code> <span class="type">${typeOf(context, header.schema)}</span></dt>
<dd>${describe(context, header)}
${example !== undefined && html`<p>${texts.example}: <code>${String(example)}</code></p>`}</dd>
`;
  });
  return html`<details class="headers" id="${status}-headers">
<summary>${texts.responseHeaders}: ${Object.keys(headers).join(", ")}</summary>
<dl>${terms}</dl>
</details>`;
}

/** Each example once, with the media types that show it. */
function responseExamples(
  context: Context,
  status: string,
  content: [type: string, media: MediaType][],
): Html | undefined {
  const { contract, texts } = context;
  const found = new Map<string, { example: Example | Reference; types: string[] }>();
  for (const [type, { examples = {} }] of content) {
    for (const [name, example] of Object.entries(examples)) {
      found.set(name, { example, types: [...(found.get(name)?.types ?? []), type] });
    }
  }
  if (found.size === 0) return undefined;
  const entries = [...found].map(([name, { example, types }]) => ({
    id: name,
    example: resolve(contract, example),
    note: html`<p class="media"><code>${name}</code> · ${texts.mediaTypes}: ${types.join(", ")}</p>`,
  }));
  return html`<p class="label">${texts.examples}</p>${examples(`examples-${status}`, entries)}`;
}
