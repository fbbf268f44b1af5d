import { STATUS_CODES } from "node:http";
import { type Operation, type Response, resolve } from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import { renderInline } from "../../page/markdown.ts";
import { type Section, section } from "../../page/page.ts";
import { type Tab, tabs } from "../../page/tabs.ts";
import { bodyOf } from "./content.ts";
import { facts, flags } from "./facts.ts";
import { codesOf, linkCodes, treatedIn } from "./guide-links.ts";
import { namedExamples } from "./named-examples.ts";
import { type Context, describe, exampleOf } from "./parts.ts";
import { inPlace } from "./schema-parts.ts";
import { typeOf } from "./schema-type.ts";
import { statusLabel } from "./status-label.ts";

export interface Responses {
  /** What every status means, with its headers. */
  described: Section[];
  /** All examples, by status. */
  examples: Section[];
}

export function responseSections(context: Context, operation: Operation): Responses {
  const { texts } = context;
  const all = Object.entries(operation.responses ?? {});
  // Their anchors come before those of examples, which may have any name.
  const anchors = new Map(all.map(([status]) => [status, context.anchors.take(status)]));
  const described = all.map(([status, reference]) => {
    const response = resolve(context.contract, reference);
    const id = anchors.get(status) ?? status;
    return responseSection(context, status, id, response, operation["x-hints"]?.[status]);
  });
  const tabsOfExamples = described.flatMap(({ tab }) => tab ?? []);
  const examples = tabs("status", "response", tabsOfExamples);
  const statuses = all.map(([status]) => status);
  return {
    described: [
      section(2, "responses", texts.responses, html``),
      ...described.flatMap(({ sections }) => sections),
      ...undeclared(context, statuses),
    ],
    examples:
      tabsOfExamples.length === 0
        ? []
        : [section(2, "response", texts.response, examples, { isBeside: true })],
  };
}

/** Links to error codes of statuses that the operation does not declare. */
function undeclared(context: Context, declared: readonly string[]): Section[] {
  const { anchors, guideLinks, texts } = context;
  const others = [...(guideLinks?.codes.keys() ?? [])].filter(
    (status) => !declared.includes(status),
  );
  if (others.length === 0) return [];
  const codes = others.map((status) => codesOf(guideLinks, status, `${texts.codes} ${status}`));
  const id = anchors.take("undeclared");
  return [section(3, id, texts.undeclared, html`${codes}`, { frame: "response" })];
}

interface DescribedResponse {
  sections: Section[];
  /** Its examples, if it has some. */
  tab: Tab | undefined;
}

function responseSection(
  context: Context,
  status: string,
  id: string,
  response: Response,
  hint: string | undefined,
): DescribedResponse {
  const { texts, guideLinks } = context;
  const reason = status === "default" ? texts.otherStatuses : (STATUS_CODES[status] ?? "");
  const title = html`${statusLabel(status)} ${reason}`;
  const { lead, examples, entries } = bodyOf(context, status, response.content);
  const hasBody = Object.keys(response.content ?? {}).length > 0;
  const said = html`${describe(context, response)}
${hint && html`<p><strong>${texts.hint}:</strong> ${renderInline(hint)}</p>`}`;
  const body = html`${linkCodes(guideLinks, said)}
${!hasBody && html`<p class="see">${texts.noBody}</p>`}
${lead}
${codesOf(guideLinks, status, texts.codes)}${treatedIn(guideLinks, status, texts.see)}
${response.headers && headers(context, status, response.headers)}`;
  return {
    sections: [section(3, id, title, body, { frame: "response" }), ...entries],
    tab: examples && { value: status, label: statusLabel(status), body: examples },
  };
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
